using System.Security.Cryptography;
using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Reads an open invitation by its secret, and who has its address.</summary>
[Requires("invitation.open")]
sealed record OpenInvitation(InvitationId Invitation, byte[] Hash) : IQuery<OpenInvitation.Opened>
{
    internal sealed record Opened(string Email, string InvitedBy, UserId? User);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<OpenInvitation, Opened>
    {
        public async Task<Opened> Handle(OpenInvitation query, CancellationToken ct)
        {
            var found = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == query.Invitation, ct);
            Rule.Require(found is not null && found.IsOpen(time.GetUtcNow()) && CryptographicOperations.FixedTimeEquals(found.TokenHash, query.Hash), AccessErrors.InvitationOver);
            var user = await db.Users.Where(u => u.NormalizedEmail == found.NormalizedEmail).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct);
            return new(found.Email, found.InvitedBy, user is { } id ? new(id) : null);
        }
    }
}
