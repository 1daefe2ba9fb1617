using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>What a command means to change and what therefore has to be there: refused as not found where it is not, or is not for the caller to see.</summary>
static class SalesFound
{
    extension(InvoiceSyncDb db)
    {
        public async Task<Sale> FoundSale(SaleId sale, CancellationToken ct) => Rule.Found(await db.Sales.SingleOrDefaultAsync(s => s.Id == sale, ct), SaleErrors.NotFound);

        public async Task<Batch> FoundBatch(BatchId batch, Caller caller, CancellationToken ct) => Rule.Found(await db.BatchesSeenBy(caller).SingleOrDefaultAsync(b => b.Id == batch, ct), BatchErrors.NotFound);
    }
}
