using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The tenant's API keys in force: names and last use, never secrets.</summary>
[Requires("integration.manage")]
public sealed record ListApiKeys : IQuery<IReadOnlyList<ListApiKeys.Row>>
{
    public sealed record Row(ApiKeyId Id, string Name, string Role, string Prefix, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListApiKeys, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListApiKeys query, CancellationToken ct)
        {
            var keys = await db.ApiKeys.AsNoTracking().Where(k => k.RevokedAt == null).OrderByDescending(k => k.CreatedAt).ToListAsync(ct);
            return [.. keys.Select(k => new Row(k.Id, k.Name, k.Role, $"isk_{k.Id.Value:N}"[..12], k.CreatedAt, k.LastUsedAt))];
        }
    }
}
