using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's switched-on sign-in connections, and the caller's own account at each where they have tied it.</summary>
[Requires("self")]
public sealed record ListSsoLinks : IQuery<IReadOnlyList<ListSsoLinks.Row>>
{
    /// <summary>LinkedAt is null where the caller's account is not tied; Email is as the provider last said it.</summary>
    public sealed record Row(SsoConnectionId Connection, string Name, DateTimeOffset? LinkedAt, string? Email);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListSsoLinks, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSsoLinks query, CancellationToken ct)
        {
            if (await db.EntryRules.AnyAsync(r => r.Mode == SsoMode.Off, ct)) return [];
            var me = Person.Of(who.Caller).Value;
            var mine = await db.SsoLogins.AsNoTracking().Where(l => l.UserId == me).OrderBy(l => l.CreatedAt).ToListAsync(ct);
            var doors = await db.SsoConnections.AsNoTracking().Where(c => c.Enabled).OrderBy(c => c.CreatedAt).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
            return [.. doors.Select(d => (Door: d, Login: mine.Find(l => l.ConnectionId == d.Id))).Select(d => new Row(d.Door.Id, d.Door.Name, d.Login?.CreatedAt, d.Login?.Email))];
        }
    }
}
