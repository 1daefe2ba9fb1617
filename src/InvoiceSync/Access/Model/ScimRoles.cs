using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>The roles that a directory's groups give, by the map of the company's first switched-on connection.</summary>
sealed class ScimRoles(InvoiceSyncDb db)
{
    /// <summary>The names of the groups a person is in; null when the directory keeps no groups for anybody.</summary>
    public async Task<IReadOnlyList<string>?> GroupsOf(Guid person, CancellationToken ct)
    {
        var groups = await Groups(ct);
        return groups.Count == 0 ? null : [.. groups.Where(g => g.Members.Contains(person)).Select(g => g.DisplayName)];
    }

    public async Task Apply(IReadOnlyList<Guid> people, TenantId tenant, CancellationToken ct)
    {
        if (people.Count == 0 || await db.SsoConnections.Where(c => c.Enabled).OrderBy(c => c.CreatedAt).FirstOrDefaultAsync(ct) is not { } connection) return;
        var groups = await Groups(ct);
        foreach (var member in await db.Memberships.Where(m => m.TenantId == tenant && people.Contains(m.UserId)).ToListAsync(ct))
        {
            var roles = connection.RolesFor([.. groups.Where(g => g.Members.Contains(member.UserId)).Select(g => g.DisplayName)], member.Roles);
            if (roles.SequenceEqual(member.Roles)) continue;
            db.NoteRoles(connection.Id, member.UserId, member.Roles, roles);
            member.Roles = roles;
        }
    }

    // With those of this very change: a new group is not in the database yet.
    async Task<List<ScimGroup>> Groups(CancellationToken ct)
    {
        await db.ScimGroups.LoadAsync(ct);
        return [.. db.ScimGroups.Local];
    }
}
