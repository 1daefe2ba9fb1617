using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The people of the company by name, with their roles, team and whether they are suspended.</summary>
[Requires("user.manage")]
public sealed record ListPeople : IQuery<IReadOnlyList<ListPeople.Row>>
{
    /// <summary>LastSeenAt is the start of the latest session anywhere; null when they never signed in.</summary>
    public sealed record Row(UserId Id, string Name, string Email, IReadOnlyList<string> Roles, string? Team, bool IsOwner, bool IsSuspended, DateTimeOffset JoinedAt, DateTimeOffset? LastSeenAt);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListPeople, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListPeople query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var sessions = db.Sessions;
            var people = await (from m in db.Memberships.AsNoTracking()
                                join u in db.Users on m.UserId equals u.Id
                                where m.TenantId == tenant
                                orderby u.Name
                                select new { Membership = m, u.Name, u.Email, LastSeenAt = sessions.Where(s => s.UserId == u.Id).Max(s => (DateTimeOffset?)s.CreatedAt) }).ToListAsync(ct);
            return [.. people.Select(p => new Row(
                new(p.Membership.UserId), p.Name, p.Email!, p.Membership.Roles, p.Membership.Team, p.Membership.IsOwner,
                p.Membership.SuspendedAt is not null, p.Membership.CreatedAt, p.LastSeenAt))];
        }
    }
}
