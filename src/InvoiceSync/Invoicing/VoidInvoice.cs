using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Takes back an invoice written here that nobody has paid and no authority has: its number stays used, and it is never filed.</summary>
[Requires("invoice.void")]
public sealed record VoidInvoice(InvoiceId Invoice, string Reason, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, IEnumerable<IFilingStop> filings, TimeProvider time) : IHandle<VoidInvoice, Done>
    {
        public async Task<Done> Handle(VoidInvoice command, CancellationToken ct)
        {
            var invoice = await db.Held(command.Invoice, time.GetUtcNow(), ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            invoice.Expect(command.Version);
            invoice.Void(command.Reason, await dispatcher.Today(time, ct));
            foreach (var filing in filings) Rule.Require(await filing.TryStop(invoice.Id, invoice.IssuedOn, ct), InvoiceErrors.VoidedTooLate);
            db.Note(new("invoice.voided", "invoice", invoice.Id.ToString()) { Details = new Dictionary<string, string> { ["number"] = invoice.Number, ["reason"] = invoice.VoidReason! } });
            return default;
        }
    }
}
