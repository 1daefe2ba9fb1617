using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Model;

/// <summary>The sales a caller may read: every list, count, search and export starts here.</summary>
static class SalesSeen
{
    extension(InvoiceSyncDb db)
    {
        public IQueryable<Sale> SalesSeenBy(Caller caller)
        {
            var sales = db.Sales.AsNoTracking();
            return caller.Reach("invoice.read") is { } actors ? sales.Where(s => s.Owner != null && actors.Contains(s.Owner)) : sales;
        }
    }
}
