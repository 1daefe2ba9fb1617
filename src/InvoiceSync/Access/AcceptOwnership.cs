using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>Takes over a company that was offered within the last week. The former owner becomes an administrator.</summary>
[Requires("self")]
[StepUp]
public sealed record AcceptOwnership : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<AcceptOwnership, Done>
    {
        public async Task<Done> Handle(AcceptOwnership command, CancellationToken ct)
        {
            var (tenant, me) = (who.Caller.Tenant, Person.Of(who.Caller));
            var member = await People.Of(db, tenant, me, ct);
            var since = time.GetUtcNow() - OwnershipOffer.Stands;
            var offer = Rule.Found(await db.OwnershipOffers.SingleOrDefaultAsync(o => o.Id == me && o.OfferedAt > since, ct), AccessErrors.OfferNotFound);
            var former = await People.Of(db, tenant, offer.From, ct);
            // Who lost the company meanwhile had no right to offer it.
            Rule.Require(former.IsOwner, AccessErrors.OfferNotFound);

            db.Note(new("owner.changed", "user", me.ToString()) { Changes = [new("Owner", offer.From.ToString(), me.ToString())] });
            former.Roles = [Roles.Admin];
            member.Roles = [Roles.Owner];
            db.Remove(offer);
            return default;
        }
    }
}
