using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The tenant's API keys that were not ended, newest first: names and last use, never secrets.</summary>
[Requires("integration.manage")]
public sealed record ListApiKeys : IQuery<IReadOnlyList<ListApiKeys.Row>>
{
    public sealed record Row(
        ApiKeyId Id, string Name, string Prefix, int Scopes, ApiKeyState State, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? LastUsedAt, string? LastUsedFrom);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ListApiKeys, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListApiKeys query, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var keys = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
            return [.. keys.Select(k => new Row(k.Id, k.Name, k.Prefix, k.Scopes.Count, k.StateAt(now), k.CreatedAt, k.ExpiresAt, k.LastUsedAt, k.LastUsedFrom))];
        }
    }
}
