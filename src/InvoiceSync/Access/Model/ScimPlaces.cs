using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>The place in the company of a person the directory keeps: given, suspended, taken away. An owner's is never touched.</summary>
sealed class ScimPlaces(InvoiceSyncDb db, SsoAccounts accounts, ScimRoles roles, TimeProvider time)
{
    /// <summary>A member with this address is taken over; somebody new gets an account that only the company's own sign-in opens.</summary>
    public async Task<UserId> Give(ScimPerson said, TenantId tenant, CancellationToken ct)
    {
        var normal = ScimUser.AddressOf(said)?.ToUpperInvariant();
        var member = await (from m in db.Memberships
                            join u in db.Users on m.UserId equals u.Id
                            where m.TenantId == tenant && normal != null && u.NormalizedEmail == normal
                            select m).SingleOrDefaultAsync(ct);
        if (member is null)
        {
            var person = accounts.New(ScimUser.AddressOf(said) ?? "", ScimUser.NameOf(said));
            db.Add(member = new Membership { UserId = person.Id, TenantId = tenant, CreatedAt = time.GetUtcNow() });
            var connection = await db.SsoConnections.AsNoTracking().Where(c => c.Enabled).OrderBy(c => c.CreatedAt).FirstOrDefaultAsync(ct);
            member.Roles = connection?.RolesFor(await roles.GroupsOf(person.Id, ct), []) ?? [];
            if (connection is not null) db.NoteRoles(connection.Id, person.Id, [], member.Roles);
        }

        await Suspend(member, !said.Active, ct);
        return new(member.UserId);
    }

    /// <summary>Only a turn of the directory's own switch counts: whom an administrator here has suspended stays so.</summary>
    public async Task Follow(ScimUser user, bool isTurned, TenantId tenant, CancellationToken ct)
    {
        SsoAccounts.Describe(await db.Users.SingleAsync(u => u.Id == user.Id.Value, ct), ScimUser.AddressOf(user.Said), ScimUser.NameOf(user.Said));
        if (isTurned && await MemberOf(user.Id, tenant, ct) is { } member) await Suspend(member, !user.Active, ct);
    }

    public async Task TakeAway(UserId person, TenantId tenant, CancellationToken ct)
    {
        if (await MemberOf(person, tenant, ct) is { } member)
        {
            Rule.Require(!member.IsOwner, ScimErrors.OwnerProtected);
            db.Note(new("user.removed", "user", person.ToString()));
            db.Remove(member);
        }

        db.RemoveRange(await db.SsoLogins.Where(l => l.UserId == person.Value).ToListAsync(ct));
        await EndSessions(person.Value, tenant, ct);
    }

    async Task Suspend(Membership member, bool isSuspended, CancellationToken ct)
    {
        if (isSuspended == member.SuspendedAt is not null) return;
        Rule.Require(!isSuspended || !member.IsOwner, ScimErrors.OwnerProtected);
        db.Note(new(isSuspended ? "user.suspended" : "user.resumed", "user", new UserId(member.UserId).ToString()));
        member.SuspendedAt = isSuspended ? time.GetUtcNow() : null;
        if (isSuspended) await EndSessions(member.UserId, member.TenantId, ct);
    }

    // Sessions by password may belong to other companies too: those only lose this one, with the place.
    async Task EndSessions(Guid person, TenantId tenant, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await db.Sessions.Where(s => s.UserId == person && s.OnlyTenant == tenant && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
    }

    Task<Membership?> MemberOf(UserId person, TenantId tenant, CancellationToken ct) =>
        db.Memberships.SingleOrDefaultAsync(m => m.UserId == person.Value && m.TenantId == tenant, ct);
}
