using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>Begins the filing of an issued invoice. Asked twice it begins one: an invoice has one filing, which the database holds unique.</summary>
[Requires("fiscal.file")]
public sealed record FileInvoice(InvoiceId Invoice) : ICommand<FilingId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<FileInvoice, FilingId>
    {
        public async Task<FilingId> Handle(FileInvoice command, CancellationToken ct)
        {
            var existing = await db.Filings.Where(f => f.InvoiceId == command.Invoice).Select(f => (FilingId?)f.Id).SingleOrDefaultAsync(ct);
            if (existing is { } already) return already;

            var invoice = (await dispatcher.Ask(new GetInvoice(command.Invoice), ct)).OrThrow();
            var now = time.GetUtcNow();
            var filing = new Filing(time.New<FilingId>(), command.Invoice, FiscalDoor.Anaf, FilingDeadline.For(invoice.Document.IssuedOn).At, now);
            db.Add(filing);
            db.Pending.Add(db.Scope.Tenant!.Value, new SubmitFiling(filing.Id), filing.Id.ToString(), now);
            return filing.Id;
        }
    }
}
