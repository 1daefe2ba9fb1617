using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>The sale of whose invoice a credit note takes back, be it issued or waiting, where the source gave something back; else null.</summary>
[Requires("fiscal.file")]
sealed record FindReturned(InvoiceId Note) : IQuery<SourceKey?>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher) : IHandle<FindReturned, SourceKey?>
    {
        public async Task<SourceKey?> Handle(FindReturned query, CancellationToken ct)
        {
            var invoice = (await dispatcher.Ask(new FindWaitingCredit(query.Note), ct)).OrThrow()?.Invoice;
            if (invoice is null)
            {
                var note = await dispatcher.Ask(new GetInvoice(query.Note), ct);
                if (note.Error is { Kind: ErrorKind.NotFound }) return null; // withdrawn meanwhile
                invoice = note.OrThrow().Corrects;
            }

            return await db.Sales.Where(s => s.InvoiceId == invoice && s.Returned > 0).Select(s => (SourceKey?)new SourceKey(s.Kind, s.SourceId)).SingleOrDefaultAsync(ct);
        }
    }
}
