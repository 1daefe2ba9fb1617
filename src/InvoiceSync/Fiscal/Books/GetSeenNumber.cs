using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Books;

/// <summary>The invoice number behind a message of the authority's list, when we know it: from our own filings, or looked into before.</summary>
[Requires("fiscal.file")]
sealed record GetSeenNumber(string MessageId, string Index) : IQuery<string?>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<GetSeenNumber, string?>
    {
        public async Task<string?> Handle(GetSeenNumber query, CancellationToken ct)
        {
            var ours = await db.Filings.Where(f => f.Attempts.Any(a => a.Index == query.Index)).Select(f => (InvoiceId?)f.InvoiceId).FirstOrDefaultAsync(ct);
            if (ours is { } invoice) return (await dispatcher.Ask(new GetInvoice(invoice), ct)).OrThrow().Document.Number;
            return await db.SeenMessages.Where(m => m.Id == query.MessageId).Select(m => m.Number).SingleOrDefaultAsync(ct);
        }
    }
}
