using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Ledger;

namespace InvoiceSync.Invoicing;

/// <summary>Takes up again all that was written off of an invoice: it is open as before.</summary>
[Requires("invoice.void")]
public sealed record UndoWriteOff(InvoiceId Invoice) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, Journal journal, CallerHolder who, TimeProvider time) : IHandle<UndoWriteOff, Done>
    {
        public async Task<Done> Handle(UndoWriteOff command, CancellationToken ct)
        {
            var invoice = await db.Held(command.Invoice, time.GetUtcNow(), ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            var (amount, ron) = invoice.TakeUpAgain();
            journal.Post(InvoicePostings.WrittenOff(invoice, "taken_up", -amount.Amount, -ron, await dispatcher.Today(time, ct)));
            db.Note(new("invoice.write_off_undone", "invoice", invoice.Id.ToString()) { Details = new Dictionary<string, string> { ["amount"] = amount.ToString() } });
            return default;
        }
    }
}
