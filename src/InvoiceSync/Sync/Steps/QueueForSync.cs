using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Steps;

/// <summary>Queues a page of a sync run's sales and counts them; Restart counts from zero, Finished ends the listing.</summary>
[Requires("fiscal.file")]
sealed record QueueForSync(SyncRunId Run, IReadOnlyList<SourceKey> Sales, bool Restart = false, bool Finished = false) : ICommand<QueueForSync.View>
{
    public sealed record View(DateOnly From, DateOnly To, bool Invoices, bool Charges);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<QueueForSync, View>
    {
        public async Task<View> Handle(QueueForSync command, CancellationToken ct)
        {
            var run = Rule.Found(await db.SyncRuns.SingleOrDefaultAsync(r => r.Id == command.Run, ct), SaleErrors.RunNotFound);
            run.Found = (command.Restart ? 0 : run.Found) + command.Sales.Count;
            run.Listed |= command.Finished;
            foreach (var key in command.Sales)
                db.Pending.Add(run.TenantId, new ReadSale(key.Kind, key.Id), ReadSale.WorkKey(key), time.GetUtcNow());
            return new(run.From, run.To, run.Invoices, run.Charges);
        }
    }
}
