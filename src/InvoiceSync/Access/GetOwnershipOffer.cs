using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The offer that stands in this company, for its owner and the person it is made to; null for everybody else.</summary>
[Requires("self")]
public sealed record GetOwnershipOffer : IQuery<GetOwnershipOffer.View?>
{
    public sealed record View(UserId To, UserId From, DateTimeOffset OfferedAt, DateTimeOffset EndsAt);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<GetOwnershipOffer, View?>
    {
        public async Task<View?> Handle(GetOwnershipOffer query, CancellationToken ct)
        {
            var me = Person.Of(who.Caller);
            var since = time.GetUtcNow() - OwnershipOffer.Stands;
            var offer = await db.OwnershipOffers.AsNoTracking().SingleOrDefaultAsync(o => o.OfferedAt > since && (o.Id == me || o.From == me), ct);
            return offer is null ? null : new(offer.Id, offer.From, offer.OfferedAt, offer.OfferedAt + OwnershipOffer.Stands);
        }
    }
}
