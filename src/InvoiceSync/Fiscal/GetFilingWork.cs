using InvoiceSync.Fiscal.Model;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal;

/// <summary>What a worker has to know of a filing before its next step.</summary>
[Requires("fiscal.file")]
sealed record GetFilingWork(FilingId Filing) : IQuery<GetFilingWork.View>
{
    public sealed record View(FilingId Id, InvoiceId Invoice, FilingState State, string? Index, string? DownloadId, DateTimeOffset? SentAt, int Asked, bool MayBeSent);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetFilingWork, View>
    {
        public async Task<View> Handle(GetFilingWork query, CancellationToken ct)
        {
            var filing = Rule.Found(await db.Filings.AsNoTracking().SingleOrDefaultAsync(f => f.Id == query.Filing, ct), FilingErrors.NotFound);
            var latest = filing.Latest;
            return new(filing.Id, filing.InvoiceId, filing.State, latest.Index, latest.DownloadId, latest.SentAt, latest.Asked, latest.SendingAt is not null);
        }
    }
}
