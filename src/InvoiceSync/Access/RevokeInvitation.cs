using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Withdraws an invitation that was not accepted yet.</summary>
[Requires("user.manage")]
public sealed record RevokeInvitation(InvitationId Invitation) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RevokeInvitation, Done>
    {
        public async Task<Done> Handle(RevokeInvitation command, CancellationToken ct)
        {
            var invitation = Rule.Found(await db.Invitations.SingleOrDefaultAsync(i => i.Id == command.Invitation, ct), AccessErrors.InvitationNotFound);
            Rule.Require(invitation is { AcceptedAt: null, RevokedAt: null }, AccessErrors.InvitationOver);
            invitation.RevokedAt = time.GetUtcNow();
            return default;
        }
    }
}
