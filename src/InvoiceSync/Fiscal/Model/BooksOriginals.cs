using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The originals of invoices that a provider's books number. What never got there, and never will, keeps our number.</summary>
sealed class BooksOriginals(InvoiceSyncDb db, FiscalProviders providers) : IOriginals
{
    public async Task<Original?> Of(InvoiceId invoice, bool whole, CancellationToken ct)
    {
        var filing = await db.Filings.Where(f => f.InvoiceId == invoice).Select(f => new { f.Id, f.Provider, f.State, f.LegalNumber }).SingleOrDefaultAsync(ct);
        // Not begun yet: it will go where new ones go.
        var provider = filing?.Provider ?? await db.ChosenProvider(ct);
        if (providers.Find(provider) is not IFiscalBooks || filing?.State is FilingState.Stopped or FilingState.Kept) return null;
        if (filing?.LegalNumber is not { } number || !whole) return new(filing?.LegalNumber);

        var pdf = await db.ArchivedFiles.Where(f => f.FilingId == filing.Id && f.Kind == FilingFile.Pdf).OrderByDescending(f => f.Attempt).Select(f => f.Bytes).FirstOrDefaultAsync(ct);
        return new(number, pdf);
    }
}
