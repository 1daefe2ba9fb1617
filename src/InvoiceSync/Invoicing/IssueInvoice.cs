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

            await CheckNumber(command.Document.Number, s, ct);
            var document = command.Document.Number.Length > 0 ? command.Document : command.Document with { Number = await Draw(ct) };
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

        // An invoice numbered elsewhere may stand in the series' way: its place is taken, and no hole. Before a first number is passed over the
        // series is asked for again: somebody else may just have begun it, and two who each wait for the other would be a deadlock.
        async Task<string> Draw(CancellationToken ct)
        {
            for (var first = 1L; ;)
            {
                if (await Next(ct) is { } number)
                {
                    if (await IsFree(number, ct)) return Text(number);
                }
                else if (await IsFree(first, ct))
                {
                    db.Add(new NumberSeries { Name = Series, Next = first + 1 });
                    return Text(first);
                }
                else
                {
                    first++;
                }
            }
        }

        async Task<long?> Next(CancellationToken ct)
        {
            var series = db.NumberSeries.Where(n => n.Name == Series);
            return await series.ExecuteUpdateAsync(n => n.SetProperty(x => x.Next, x => x.Next + 1), ct) == 0 ? null : await series.Select(n => n.Next - 1).SingleAsync(ct);
        }

        async Task<bool> IsFree(long number, CancellationToken ct)
        {
            var text = Text(number);
            return !await db.Invoices.AnyAsync(i => i.Number == text, ct);
        }

        static string Text(long number) => $"{Series}-{number:000000}";
    }
}
