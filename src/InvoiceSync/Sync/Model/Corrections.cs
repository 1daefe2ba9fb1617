using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>What was corrected about the buyer of a sale.</summary>
static class Corrections
{
    public static string KeyOf(Sale sale) => sale.CustomerId ?? sale.SourceId;

    public static async Task<BuyerDetails> Of(InvoiceSyncDb db, Sale sale, CancellationToken ct)
    {
        var key = KeyOf(sale);
        var kept = await db.BuyerCorrections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == key, ct);
        return kept?.Details ?? new();
    }
}
