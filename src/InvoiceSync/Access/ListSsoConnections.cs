using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's sign-in connections with all their settings; of secrets only the names.</summary>
[Requires("settings.manage")]
public sealed record ListSsoConnections : IQuery<IReadOnlyList<ListSsoConnections.Row>>
{
    public sealed record Row(
        SsoConnectionId Id,
        string Slug,
        SsoKind Kind,
        string Name,
        bool Enabled,
        DateTimeOffset? ProvedAt,
        IReadOnlyDictionary<string, string> Settings,
        IReadOnlyList<string> SecretsKept,
        IReadOnlyList<SsoGroupRole> GroupRoles,
        string? DefaultRole,
        IReadOnlyDictionary<string, string> Attributes);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListSsoConnections, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSsoConnections query, CancellationToken ct)
        {
            var rows = await db.SsoConnections.AsNoTracking().OrderBy(c => c.CreatedAt).ToListAsync(ct);
            return [.. rows.Select(c => new Row(
                c.Id, c.Slug, c.Kind, c.Name, c.Enabled, c.ProvedAt, c.Settings, [.. c.Secrets.Keys.Order(StringComparer.Ordinal)], c.GroupRoles, c.DefaultRole, c.Attributes))];
        }
    }
}
