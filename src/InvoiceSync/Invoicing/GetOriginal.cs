using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing;

/// <summary>The legal number and paper of an invoice that is made elsewhere; null where ours are the legal ones.</summary>
[Requires("invoice.read")]
public sealed record GetOriginal(InvoiceId Invoice, bool Whole = false) : IQuery<Original?>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, IEnumerable<IOriginals> originals) : IHandle<GetOriginal, Original?>
    {
        public async Task<Original?> Handle(GetOriginal query, CancellationToken ct)
        {
            (await dispatcher.Ask(new SeeInvoice(query.Invoice), ct)).OrThrow();
            foreach (var kept in originals)
            {
                if (await kept.Of(query.Invoice, query.Whole, ct) is not { } original) continue;
                // What the buyer issues in our name is made by nobody else: it never gets another number.
                if (original.Number is null && (await dispatcher.Ask(new GetInvoice(query.Invoice), ct)).OrThrow().Document.IsSelfBilled) return null;
                if (original.Pdf is not null) db.Note(new("invoice.printed", "invoice", $"{query.Invoice}"));
                return original;
            }

            return null;
        }
    }
}
