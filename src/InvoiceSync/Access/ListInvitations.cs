using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The company's invitations nobody has accepted and nobody has withdrawn, newest first; those too old are marked.</summary>
[Requires("user.manage")]
public sealed record ListInvitations : IQuery<IReadOnlyList<ListInvitations.Row>>
{
    public sealed record Row(InvitationId Id, string Email, IReadOnlyList<string> Roles, string InvitedBy, DateTimeOffset SentAt, DateTimeOffset EndsAt, bool IsOver);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ListInvitations, IReadOnlyList<Row>>
    {
        const int Most = 200;

        public async Task<IReadOnlyList<Row>> Handle(ListInvitations query, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var open = await db.Invitations.AsNoTracking().Where(i => i.AcceptedAt == null && i.RevokedAt == null).OrderByDescending(i => i.CreatedAt).Take(Most).ToListAsync(ct);
            return [.. open.Select(i => new Row(i.Id, i.Email, i.Roles, i.InvitedBy, i.SentAt, i.EndsAt, i.EndsAt <= now))];
        }
    }
}
