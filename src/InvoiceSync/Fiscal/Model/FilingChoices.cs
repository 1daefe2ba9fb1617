using InvoiceSync.Invoicing;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Fiscal.Model;

/// <summary>What a company has chosen about new filings. One that has begun stays where it began.</summary>
static class FilingChoices
{
    extension(InvoiceSyncDb db)
    {
        public async Task<FilingSettings> ChosenFiling(CancellationToken ct) => await db.FilingSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();

        public async Task<string> ChosenProvider(CancellationToken ct) => (await db.ChosenFiling(ct)).Provider;

        /// <summary>Where a new document goes, and why it is kept instead, if it is. Corrects is the invoice it takes back.</summary>
        public async Task<(FilingSettings Chosen, KeptBecause? Kept)> PlaceOf(InvoiceDocument document, InvoiceId? corrects, CancellationToken ct)
        {
            var chosen = await db.ChosenFiling(ct);
            var original = corrects is not null && FilingDuty.IsVoluntary(document)
                ? await db.Filings.Where(f => f.InvoiceId == corrects).Select(f => (FilingState?)f.State).SingleOrDefaultAsync(ct)
                : null;
            return (chosen, FilingDuty.KeptBecause(document, chosen, original));
        }
    }
}
