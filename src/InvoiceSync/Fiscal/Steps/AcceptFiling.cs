using InvoiceSync.Fiscal.Books;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Fiscal.Steps;

/// <summary>Records that the authority accepted an invoice, and queues the fetching of its sealed receipt.</summary>
[Requires("fiscal.file")]
sealed record AcceptFiling(FilingId Filing, string DownloadId, string? Remark = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<AcceptFiling, Done>
    {
        public async Task<Done> Handle(AcceptFiling command, CancellationToken ct)
        {
            var filing = await db.FoundFiling(command.Filing, ct);
            filing.Accepted(command.DownloadId, time.GetUtcNow(), command.Remark);
            db.Pending.Add(filing.TenantId, new CollectReceipt(filing.Id), filing.Id.ToString(), time.GetUtcNow());
            // Paid before it stood in their books: they are told now.
            if (filing.LegalNumber is not null) db.Pending.Add(filing.TenantId, new TellPayments(filing.InvoiceId), filing.InvoiceId.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
