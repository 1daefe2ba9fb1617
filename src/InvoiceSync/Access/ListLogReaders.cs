using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The people of the company who may read the audit log, by name: those who can be told of what is in it.</summary>
[Requires("audit.read")]
public sealed record ListLogReaders : IQuery<IReadOnlyList<ListLogReaders.Row>>
{
    public sealed record Row(UserId Id, string Name, string Email);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListLogReaders, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListLogReaders query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var own = await People.OwnRoles(db, ct);
            var people = await (from m in db.Memberships.AsNoTracking()
                                join u in db.Users on m.UserId equals u.Id
                                where m.TenantId == tenant && m.SuspendedAt == null
                                orderby u.Name
                                select new { m.Roles, u.Id, u.Name, u.Email }).ToListAsync(ct);
            return [.. people.Where(p => Entitlement.Of(p.Roles, own).Permissions.Contains("audit.read")).Select(p => new Row(new(p.Id), p.Name, p.Email!))];
        }
    }
}
