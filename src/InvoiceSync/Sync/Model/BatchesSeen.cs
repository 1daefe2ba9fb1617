using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Sync.Model;

/// <summary>The batches a caller may look at and change: their own, or all for who may read everybody's sales.</summary>
static class BatchesSeen
{
    extension(InvoiceSyncDb db)
    {
        public IQueryable<Batch> BatchesSeenBy(Caller caller)
        {
            return caller.Reach("invoice.read") is { } actors ? db.Batches.Where(b => actors.Contains(b.Owner)) : db.Batches;
        }
    }
}
