using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>Lets go of a void invoice in the transaction that voids it. One whose filing had not begun gets a filing that never will.</summary>
sealed class FilingStop(InvoiceSyncDb db, TimeProvider time) : IFilingStop
{
    public async Task<bool> TryStop(InvoiceId invoice, DateOnly issuedOn, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var filing = await db.Filings.SingleOrDefaultAsync(f => f.InvoiceId == invoice, ct);
        if (filing is null) db.Add(filing = new(time.New<FilingId>(), invoice, await db.ChosenProvider(ct), FilingDeadline.For(issuedOn).At, now));
        return filing.TryStop(now);
    }
}
