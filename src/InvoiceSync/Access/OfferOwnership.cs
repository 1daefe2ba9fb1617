using InvoiceSync.Access.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Access;

/// <summary>The owner offers the company to one of its people, or with null takes the offer back. Nothing changes until the other side accepts.</summary>
[Requires("billing.manage")]
[StepUp]
public sealed record OfferOwnership(UserId? To) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<OfferOwnership, Done>
    {
        public async Task<Done> Handle(OfferOwnership command, CancellationToken ct)
        {
            var me = Person.Of(who.Caller);
            Rule.Require((await People.Of(db, who.Caller.Tenant, me, ct)).IsOwner, AccessErrors.NotOwner);
            await db.OwnershipOffers.ExecuteDeleteAsync(ct);
            if (command.To is not { } next) return default;

            Rule.Require(next != me, AccessErrors.NotYourself);
            var member = await People.Of(db, who.Caller.Tenant, next, ct);
            Rule.Require(member.SuspendedAt is null, AccessErrors.NotMember);
            db.Add(new OwnershipOffer { Id = next, From = me, OfferedAt = time.GetUtcNow() });
            return default;
        }
    }
}
