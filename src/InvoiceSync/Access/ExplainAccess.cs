using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Whether a person may do something, and why or why not: through which role, how far, under which limits, and for whose row.</summary>
[Requires("user.manage")]
public sealed record ExplainAccess(UserId Person, string Permission, string? Owner = null, decimal? Amount = null) : IQuery<ExplainAccess.View>
{
    /// <summary>Roles lead from the person's role to the one that gives it; empty when none does. Because is a code with a text in every language.</summary>
    public sealed record View(bool Allowed, AccessReason Because, IReadOnlyList<string> Roles, Limits Limits);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ExplainAccess, View>
    {
        public async Task<View> Handle(ExplainAccess query, CancellationToken ct)
        {
            var tenant = who.Caller.Tenant;
            var member = Rule.Found(
                await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.TenantId == tenant && m.UserId == query.Person.Value, ct), AccessErrors.NotMember);
            var own = await People.OwnRoles(db, ct);
            var entitled = Entitlement.Of(member.Roles, own);
            Rule.Require(Permissions.Expand(Permissions.All).Contains(query.Permission), AccessErrors.PermissionUnknown);
            var path = Entitlement.Source(query.Permission, member.Roles, own) ?? [];
            if (member.SuspendedAt is not null) return new(false, AccessReason.Suspended, path, entitled.Limits);
            var person = new Caller(tenant, query.Person.ToString(), entitled.Permissions) { Limits = entitled.Limits, Team = await Team(member, ct) };
            if (!Permissions.Include(person, query.Permission)) return new(false, AccessReason.NoRoleGivesIt, path, entitled.Limits);

            var scoped = person.Permissions.Any(key => key.StartsWith(query.Permission + ".", StringComparison.Ordinal));
            if (scoped && query.Owner is { } owner && !person.Reaches(query.Permission, owner)) return new(false, AccessReason.NotTheirs, path, entitled.Limits);
            if (scoped && query.Owner is null && person.Reach(query.Permission) is { } reach) return new(true, reach is [_] ? AccessReason.OnlyOwn : AccessReason.OnlyTeam, path, entitled.Limits);
            if (query.Amount > entitled.Limits.MaxInvoiceAmount) return new(false, AccessReason.AboveLimit, path, entitled.Limits);
            if (query.Amount > entitled.Limits.RequiresApprovalAbove) return new(true, AccessReason.AfterApproval, path, entitled.Limits);
            return new(true, AccessReason.RoleGivesIt, path, entitled.Limits);
        }

        async Task<IReadOnlyList<string>> Team(Membership member, CancellationToken ct) =>
            member.Team is not { } team
                ? []
                : [.. (await db.Memberships.Where(m => m.TenantId == member.TenantId && m.Team == team).Select(m => m.UserId).ToListAsync(ct)).Select(p => new UserId(p).ToString())];
    }
}
