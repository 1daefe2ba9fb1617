using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Ledger;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Issues the document that takes back of an invoice, in one commit: what is left is counted while the invoice is held, so that of
/// many at once none takes what another took; number, document, set-off against what is open.
/// </summary>
[Requires("invoice.void")]
sealed record SealCredit(InvoiceId Invoice, InvoiceId Note, CreditAsked Asked, string Owner) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CreditWriter writer, NumberDraw numbers, Journal journal, TimeProvider time) : IHandle<SealCredit, InvoiceId>
    {
        public async Task<InvoiceId> Handle(SealCredit command, CancellationToken ct)
        {
            var invoice = await db.Held(command.Invoice, time.GetUtcNow(), ct);
            if (await db.Invoices.AnyAsync(i => i.Id == command.Note, ct)) return command.Note;

            var document = await writer.Write(invoice, command.Asked, ct);
            var settings = await db.CreditSettings.AsNoTracking().SingleOrDefaultAsync(ct);
            var number = await numbers.OfCredit(settings?.Series, document.IssuedOn, ct);
            var note = Model.Invoice.CreditNote(command.Note, document with { Number = number }, invoice, command.Owner, time.GetUtcNow());
            db.Add(note);
            if (note.SetOff(invoice) is not 0 and var rounding) journal.Post(InvoicePostings.SetOff(note, rounding));
            if (await db.WaitingCredits.SingleOrDefaultAsync(w => w.Id == command.Note, ct) is { } waited) db.Remove(waited);
            db.Note(new("invoice.credited", "invoice", invoice.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["by"] = note.Id.ToString(), ["number"] = number, ["reason"] = document.Notes[0] },
            });
            return note.Id;
        }
    }
}
