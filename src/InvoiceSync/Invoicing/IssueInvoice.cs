using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Issues the invoice of a sale, once: asked again it answers the same one. A sale without a number of its own gets the
/// next of the gapless series S-000001.
/// </summary>
[Requires("invoice.create")]
public sealed record IssueInvoice(InvoiceSource Source, InvoiceDocument Document, string? Owner = null) : ICommand<InvoiceId>
{
    const string Series = "S";

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<IssueInvoice, InvoiceId>
    {
        public async Task<InvoiceId> Handle(IssueInvoice command, CancellationToken ct)
        {
            var s = command.Source;
            var existing = await db.Invoices
                .Where(i => i.Source == s.Provider && i.SourceAccount == s.AccountId && i.Live == s.Live && i.SourceKind == s.Kind && i.SourceId == s.Id)
                .Select(i => (InvoiceId?)i.Id).SingleOrDefaultAsync(ct);
            if (existing is { } already) return already;

            var document = command.Document.Number.Length > 0 ? command.Document : command.Document with { Number = await Draw(ct) };
            var invoice = new Invoice(time.New<InvoiceId>(), s, document, command.Owner, time.GetUtcNow());
            db.Add(invoice);
            return invoice.Id;
        }

        async Task<string> Draw(CancellationToken ct)
        {
            var drawn = await db.NumberSeries.Where(n => n.Name == Series).ExecuteUpdateAsync(n => n.SetProperty(x => x.Next, x => x.Next + 1), ct);
            if (drawn == 0) db.Add(new NumberSeries { Name = Series, Next = 2 });
            var number = drawn == 0 ? 1 : await db.NumberSeries.Where(n => n.Name == Series).Select(n => n.Next - 1).SingleAsync(ct);
            return $"{Series}-{number:000000}";
        }
    }
}
