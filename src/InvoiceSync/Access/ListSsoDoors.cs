using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The switched-on connections of the caller's company, oldest first: what to write on the button and where it leads.</summary>
[Requires("self")]
public sealed record ListSsoDoors : IQuery<IReadOnlyList<ListSsoDoors.Door>>
{
    public sealed record Door(SsoConnectionId Id, string Name, string Address);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListSsoDoors, IReadOnlyList<Door>>
    {
        public async Task<IReadOnlyList<Door>> Handle(ListSsoDoors query, CancellationToken ct)
        {
            if (await db.EntryRules.AnyAsync(r => r.Mode == SsoMode.Off, ct)) return [];
            var rows = await db.SsoConnections.AsNoTracking().Where(c => c.Enabled).OrderBy(c => c.CreatedAt).Select(c => new { c.Id, c.Name, c.Slug }).ToListAsync(ct);
            return [.. rows.Select(c => new Door(c.Id, c.Name, $"/sso/{c.Slug}/start"))];
        }
    }
}
