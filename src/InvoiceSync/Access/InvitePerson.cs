using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Invites somebody into the company by e-mail, with the roles they shall have: built-in names or ids (rol_…) of its own.</summary>
[Requires("user.manage")]
[StepUp]
public sealed record InvitePerson(string Email, IReadOnlyList<string> Roles) : ICommand<InvitationId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, ILookupNormalizer normalizer, Post post, TimeProvider time) : IHandle<InvitePerson, InvitationId>
    {
        public async Task<InvitationId> Handle(InvitePerson command, CancellationToken ct)
        {
            Rule.Require(EmailAddress.TryClean(command.Email, out var email), AccessErrors.EmailInvalid);
            await People.CheckGift(db, who.Caller, command.Roles, ct);
            var normal = normalizer.NormalizeEmail(email);
            var tenant = who.Caller.Tenant;
            var isMember = await db.Memberships.Where(m => m.TenantId == tenant).Join(db.Users, m => m.UserId, u => u.Id, (m, u) => u.NormalizedEmail).AnyAsync(e => e == normal, ct);
            Rule.Require(!isMember, AccessErrors.MemberAlready);

            var now = time.GetUtcNow();
            foreach (var earlier in await db.Invitations.Where(i => i.NormalizedEmail == normal && i.AcceptedAt == null && i.RevokedAt == null).ToListAsync(ct)) earlier.RevokedAt = now;
            var invitation = new Invitation
            {
                Id = time.New<InvitationId>(),
                Email = email,
                NormalizedEmail = normal!,
                Roles = [.. command.Roles.Distinct()],
                InvitedBy = who.Caller.Name.Length > 0 ? who.Caller.Name : who.Caller.Actor,
                TokenHash = [],
                CreatedAt = now,
            };
            db.Add(invitation);
            var company = (await dispatcher.Ask(new FindTenants(Ids: [tenant]), ct)).OrThrow().Single();
            post.Write(LetterKind.Invitation, email, "", $"/invitation?token={invitation.Renew(tenant, now)}", company.Name, invitation.InvitedBy);
            return invitation.Id;
        }
    }
}
