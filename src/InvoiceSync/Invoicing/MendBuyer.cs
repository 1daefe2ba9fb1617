using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Mends the buyer, as typed, of an invoice no authority has accepted; what the authority would refuse again is refused at its field.</summary>
[Requires("invoice.update")]
public sealed record MendBuyer(InvoiceId Invoice, DraftBuyer Buyer) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IEnumerable<IDocumentCheck> checks, CallerHolder who, TimeProvider time) : IHandle<MendBuyer, Done>
    {
        public async Task<Done> Handle(MendBuyer command, CancellationToken ct)
        {
            var invoice = await db.Held(command.Invoice, time.GetUtcNow(), ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            Rule.Require(who.Caller.Reaches("invoice.update", invoice.Owner), CallerErrors.PermissionMissing);
            Rule.Require(invoice.VoidedOn is null, InvoiceErrors.VoidedAlready);

            DraftLimits.Check(new() { Buyer = command.Buyer });
            var faults = new List<Error>();
            var buyer = DraftBuyers.Of(command.Buyer, faults);
            if (buyer is null) throw new RuleBrokenException(faults[0]);
            var before = invoice.Document.Buyer;
            invoice.Correct(buyer);
            if (checks.SelectMany(c => c.Faults(invoice.Document)).FirstOrDefault() is { } fault) throw new RuleBrokenException(DraftFaults.OfRule(fault));
            var after = invoice.Document.Buyer;
            db.Note(new("invoice.buyer_mended", "invoice", invoice.Id.ToString()) { Changes = [new("buyer.name", before.Name, after.Name), new("buyer.tax_id", before.VatId ?? before.LegalId, after.VatId ?? after.LegalId)] });
            return default;
        }
    }
}
