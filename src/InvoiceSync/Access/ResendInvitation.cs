using InvoiceSync.Access.Model;
using InvoiceSync.Access.Model.Letters;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Mails an invitation again with a new link and seven new days. The link mailed before opens nothing any more.</summary>
[Requires("user.manage")]
public sealed record ResendInvitation(InvitationId Invitation) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, Post post, TimeProvider time) : IHandle<ResendInvitation, Done>
    {
        public async Task<Done> Handle(ResendInvitation command, CancellationToken ct)
        {
            var invitation = Rule.Found(await db.Invitations.SingleOrDefaultAsync(i => i.Id == command.Invitation, ct), AccessErrors.InvitationNotFound);
            var company = (await dispatcher.Ask(new FindTenants(Ids: [invitation.TenantId]), ct)).OrThrow().Single();
            var token = invitation.Renew(invitation.TenantId, time.GetUtcNow());
            post.Write(LetterKind.Invitation, invitation.Email, "", $"/invitation?token={token}", company.Name, invitation.InvitedBy);
            return default;
        }
    }
}
