using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>What holds for every change to who is in a company: the owner stays, somebody can always manage, nobody gives more than they have.</summary>
static class People
{
    public static async Task<Membership> Of(InvoiceSyncDb db, TenantId tenant, UserId person, CancellationToken ct)
    {
        // Two changes at once could each leave the other's person as the last one, so they wait for each other.
        await db.Memberships.Where(m => m.TenantId == tenant).ExecuteUpdateAsync(m => m.SetProperty(x => x.Team, x => x.Team), ct);
        return Rule.Found(await db.Memberships.SingleOrDefaultAsync(m => m.TenantId == tenant && m.UserId == person.Value, ct), AccessErrors.NotMember);
    }

    public static Task<Dictionary<string, Role>> OwnRoles(InvoiceSyncDb db, CancellationToken ct) =>
        db.Roles.AsNoTracking().ToDictionaryAsync(r => r.Id.ToString(), ct);

    public static async Task CheckGift(InvoiceSyncDb db, Caller giver, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var own = await OwnRoles(db, ct);
        Rule.Require(roles is { Count: > 0 and <= 10 }, AccessErrors.RoleMissing);
        Rule.Require(roles.All(role => Roles.Exists(role) || own.ContainsKey(role)), AccessErrors.RoleUnknown);
        Rule.Require(!roles.Contains(Roles.Owner), AccessErrors.OwnershipIsOffered);
        Rule.Require(Entitlement.Of(roles, own).Permissions.All(key => Permissions.Include(giver, key)), AccessErrors.MoreThanOwn);
    }

    /// <summary>Those who may do something and are not suspended, by name.</summary>
    public static async Task<IReadOnlyList<ListFilers.Row>> Holding(InvoiceSyncDb db, TenantId tenant, string permission, CancellationToken ct)
    {
        var own = await OwnRoles(db, ct);
        return await Active(db, tenant, roles => Entitlement.Of(roles, own).Permissions.Contains(permission), ct);
    }

    /// <summary>The owners who are not suspended, by name.</summary>
    public static Task<IReadOnlyList<ListFilers.Row>> Owners(InvoiceSyncDb db, TenantId tenant, CancellationToken ct) =>
        Active(db, tenant, roles => roles.Contains(Roles.Owner), ct);

    static async Task<IReadOnlyList<ListFilers.Row>> Active(InvoiceSyncDb db, TenantId tenant, Func<IReadOnlyList<string>, bool> wanted, CancellationToken ct)
    {
        var people = await (from m in db.Memberships.AsNoTracking()
                            join u in db.Users on m.UserId equals u.Id
                            where m.TenantId == tenant && m.SuspendedAt == null
                            orderby u.Name
                            select new { m.Roles, u.Id, u.Name, u.Email }).ToListAsync(ct);
        return [.. people.Where(p => wanted(p.Roles)).Select(p => new ListFilers.Row(new(p.Id), p.Name, p.Email!))];
    }

    /// <summary>After a change: at least one person who is not suspended still manages people.</summary>
    public static async Task CheckSomebodyManages(InvoiceSyncDb db, TenantId tenant, Membership changed, CancellationToken ct)
    {
        var own = await OwnRoles(db, ct);
        var others = await db.Memberships.Where(m => m.TenantId == tenant && m.UserId != changed.UserId && m.SuspendedAt == null).Select(m => m.Roles).ToListAsync(ct);
        if (changed.SuspendedAt is null && db.Entry(changed).State != EntityState.Deleted) others.Add(changed.Roles);
        Rule.Require(others.Any(roles => Entitlement.Of(roles, own).Permissions.Contains("user.manage")), AccessErrors.LastAdmin);
    }
}
