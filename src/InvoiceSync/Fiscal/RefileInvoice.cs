using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal;

/// <summary>Files a refused invoice again as a new attempt under the same number, after it was corrected.</summary>
[Requires("fiscal.file")]
public sealed record RefileInvoice(InvoiceId Invoice) : ICommand<FilingId>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RefileInvoice, FilingId>
    {
        public async Task<FilingId> Handle(RefileInvoice command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Invoice, ct);
            var now = time.GetUtcNow();
            filing.FileAgain(now);
            db.Pending.Add(filing.TenantId, new SubmitFiling(filing.Id), filing.Id.ToString(), now);
            return filing.Id;
        }
    }
}
