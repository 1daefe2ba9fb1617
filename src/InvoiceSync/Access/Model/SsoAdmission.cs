using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Decides who a proved identity is here. Connection, issuer and subject name a person we know. A new one is let in only
/// with a confirmed address of a domain this company has proved; one who has an account here already has to be tied to it
/// by themselves or an administrator. People of other companies are never looked at.
/// </summary>
sealed class SsoAdmission(InvoiceSyncDb db, ScimRoles directory, TimeProvider time)
{
    /// <summary>Known and Member are null for somebody new. A refusal about roles leaves the others set.</summary>
    public sealed record Verdict(SsoLogin? Known, User? Member, Membership? Membership, SsoLinkPermit? Permit, IReadOnlyList<string> Roles, Error? Refusal);

    public async Task<Verdict> Judge(SsoConnection connection, ProvenIdentity who, CancellationToken ct)
    {
        if (!IsUsable(who)) return Refused(SsoErrors.IdentityUnusable);
        var key = SsoLogin.KeyOf(who.Issuer, who.Subject);
        if (await db.SsoLogins.SingleOrDefaultAsync(l => l.ConnectionId == connection.Id && l.Key == key, ct) is not { } known)
            return await First(connection, who, ct);
        var person = await db.Users.SingleAsync(u => u.Id == known.UserId, ct);
        return await WithRoles(connection, who, new(known, person, await MembershipOf(person.Id, connection.TenantId, ct), null, [], null), ct);
    }

    async Task<Verdict> First(SsoConnection connection, ProvenIdentity who, CancellationToken ct)
    {
        if (!who.EmailVerified || EmailDomain.Of(who.Email) is not { } domain) return Refused(SsoErrors.EmailUnverified);
        if (!await db.SsoDomainOwners.AnyAsync(d => d.Domain == domain && d.TenantId == connection.TenantId, ct)) return Refused(SsoErrors.DomainUnproved);

        var (normal, written) = (who.Email!.ToUpperInvariant(), who.Email.ToLowerInvariant());
        var members = from m in db.Memberships
                      join u in db.Users on m.UserId equals u.Id
                      where m.TenantId == connection.TenantId && (u.NormalizedEmail == normal || u.NormalizedEmail == null && u.Email == written)
                      orderby u.NormalizedEmail descending
                      select u;
        if (await members.FirstOrDefaultAsync(ct) is not { } member) return await WithRoles(connection, who, new(null, null, null, null, [], null), ct);

        var now = time.GetUtcNow();
        var id = new UserId(member.Id);
        var permit = await db.SsoLinkPermits.SingleOrDefaultAsync(p => p.Id == id && p.Until > now, ct);
        var verdict = await WithRoles(connection, who, new(null, member, await MembershipOf(member.Id, connection.TenantId, ct), permit, [], null), ct);
        return permit is null && !await IsExpected(id, connection.Id, ct) ? verdict with { Refusal = SsoErrors.LinkNeeded } : verdict;
    }

    // Whom the company's directory has brought here is let in by its provider, the first time.
    async Task<bool> IsExpected(UserId person, SsoConnectionId connection, CancellationToken ct) =>
        await db.ScimUsers.AnyAsync(u => u.Id == person && u.Active, ct) && !await db.SsoLogins.AnyAsync(l => l.UserId == person.Value && l.ConnectionId == connection, ct);

    async Task<Verdict> WithRoles(SsoConnection connection, ProvenIdentity who, Verdict verdict, CancellationToken ct)
    {
        var kept = verdict.Member is { } person ? await directory.GroupsOf(person.Id, ct) : null;
        var groups = who.Groups is null ? kept : [.. who.Groups, .. kept ?? []];
        var roles = connection.RolesFor(groups, verdict.Membership?.Roles ?? []);
        return verdict with { Roles = roles, Refusal = roles.Count == 0 ? SsoErrors.RoleMissing : null };
    }

    Task<Membership?> MembershipOf(Guid person, TenantId tenant, CancellationToken ct) =>
        db.Memberships.SingleOrDefaultAsync(m => m.UserId == person && m.TenantId == tenant, ct);

    static Verdict Refused(Error why) => new(null, null, null, null, [], why);

    static bool IsUsable(ProvenIdentity who) =>
        who is { Issuer.Length: > 0 and <= 1024, Subject.Length: > 0 and <= 255, SessionIndex: null or { Length: <= 255 } }
        && !$"{who.Issuer}{who.Subject}{who.SessionIndex}{who.Email}".Any(c => char.IsControl(c) || char.IsSurrogate(c));
}
