using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Closes the invitation and makes its holder a member, a new person if need be, in one commit: accepted twice at once, one is told that it changed.</summary>
[Requires("invitation.open")]
sealed record JoinByInvitation(InvitationId Invitation, byte[] Hash, string Name, string Password) : ICommand<UserId>
{
    public override string ToString() => $"{nameof(JoinByInvitation)} {Invitation}";

    internal sealed class Handler(InvoiceSyncDb db, UserManager<User> users, TimeProvider time) : IHandle<JoinByInvitation, UserId>
    {
        public async Task<UserId> Handle(JoinByInvitation command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == command.Invitation, ct);
            Rule.Require(invitation is not null && invitation.IsOpen(now) && CryptographicOperations.FixedTimeEquals(invitation.TokenHash, command.Hash), AccessErrors.InvitationOver);
            var user = await users.FindByEmailAsync(invitation.Email) ?? await Make(invitation.Email, command, now);
            if (!await db.Memberships.AnyAsync(m => m.UserId == user.Id && m.TenantId == invitation.TenantId, ct))
                db.Add(new Membership { UserId = user.Id, TenantId = invitation.TenantId, Roles = invitation.Roles, CreatedAt = now });
            invitation.AcceptedAt = now;
            return new(user.Id);
        }

        // The link reached this mailbox, so the address is proved.
        async Task<User> Make(string email, JoinByInvitation command, DateTimeOffset now)
        {
            var name = command.Name.Trim();
            Rule.Require(name.Length is > 0 and <= 100 && !name.Any(char.IsControl), AccessErrors.NameMissing);
            var user = new User { Id = Guid.CreateVersion7(now), UserName = email, Email = email, EmailConfirmed = true, Name = name, LockoutEnabled = true };
            var made = await users.CreateAsync(user, command.Password);
            Rule.Require(made.Succeeded, AccessErrors.PasswordWeak(string.Join(' ', made.Errors.Select(e => e.Description))));
            return user;
        }
    }
}
