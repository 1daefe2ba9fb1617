using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Issues the invoice of a sale, once: asked again it answers the same one. A sale without a number of its own gets the
/// next of the gapless series S-000001; one whose number another invoice has is refused.
/// </summary>
[Requires("invoice.create")]
public sealed record IssueInvoice(InvoiceSource Source, InvoiceDocument Document, string? Owner = null) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, NumberDraw numbers, TimeProvider time) : IHandle<IssueInvoice, InvoiceId>
    {
        public async Task<InvoiceId> Handle(IssueInvoice command, CancellationToken ct)
        {
            var s = command.Source;
            var existing = await db.Invoices
                .Where(i => i.Source == s.Provider && i.SourceAccount == s.AccountId && i.Live == s.Live && i.SourceKind == s.Kind && i.SourceId == s.Id)
                .Select(i => (InvoiceId?)i.Id).SingleOrDefaultAsync(ct);
            if (existing is { } already) return already;

            await CheckNumber(command.Document.Number, s, ct);
            var document = command.Document.Number.Length > 0 ? command.Document : command.Document with { Number = await numbers.OfSales(ct) };
            var invoice = new Invoice(time.New<InvoiceId>(), s, document, command.Owner, time.GetUtcNow());
            db.Add(invoice);
            return invoice.Id;
        }

        // Not the same sale a moment later: that one meets the index of the sources and is answered on the next try.
        async Task CheckNumber(string number, InvoiceSource s, CancellationToken ct)
        {
            if (number.Length == 0) return;
            var others = db.Invoices.Where(i => i.Source != s.Provider || i.SourceAccount != s.AccountId || i.Live != s.Live || i.SourceKind != s.Kind || i.SourceId != s.Id);
            Rule.Require(!await others.AnyAsync(i => i.Number == number, ct), InvoiceErrors.NumberTaken);
        }
    }
}
