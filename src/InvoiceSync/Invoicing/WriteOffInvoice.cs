using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;

namespace InvoiceSync.Invoicing;

/// <summary>Gives up what is open on an invoice, or an Amount of it, because it will not be paid. The document stays as it is.</summary>
[Requires("invoice.void")]
public sealed record WriteOffInvoice(InvoiceId Invoice, string Reason, decimal? Amount = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, Journal journal, CallerHolder who, TimeProvider time) : IHandle<WriteOffInvoice, Done>
    {
        public async Task<Done> Handle(WriteOffInvoice command, CancellationToken ct)
        {
            var invoice = await db.Held(command.Invoice, time.GetUtcNow(), ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            Rule.Require(invoice.Open > 0, InvoiceErrors.SettledAlready);
            var amount = new Money(command.Amount ?? invoice.Open, invoice.Currency);
            var ron = invoice.GiveUp(amount, command.Reason);
            journal.Post(InvoicePostings.WrittenOff(invoice, "written_off", amount.Amount, ron, await dispatcher.Today(time, ct)));
            db.Note(new("invoice.written_off", "invoice", invoice.Id.ToString()) { Details = new Dictionary<string, string> { ["amount"] = amount.ToString(), ["reason"] = command.Reason.Trim() } });
            return default;
        }
    }
}
