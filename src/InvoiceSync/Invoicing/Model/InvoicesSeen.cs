using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>The invoices a caller may read: every list, count and search starts here.</summary>
static class InvoicesSeen
{
    extension(InvoiceSyncDb db)
    {
        public IQueryable<Invoice> InvoicesSeenBy(Caller caller)
        {
            var invoices = db.Invoices.AsNoTracking();
            return caller.Reach("invoice.read") is { } actors ? invoices.Where(i => i.Owner != null && actors.Contains(i.Owner)) : invoices;
        }

        /// <summary>Those of them written here.</summary>
        public IQueryable<Invoice> OwnInvoicesSeenBy(Caller caller) => db.InvoicesSeenBy(caller).Where(i => i.Source == InvoiceSource.Here);
    }
}
