using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>Lets a stopped batch, or its planning, go on where it was.</summary>
[Requires("invoice.create")]
public sealed record ResumeBatch(BatchId Batch) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ResumeBatch, Done>
    {
        public async Task<Done> Handle(ResumeBatch command, CancellationToken ct)
        {
            var batch = await db.FoundBatch(command.Batch, who.Caller, ct);
            batch.Resume();
            db.Note(new("batch.resumed", "batch", command.Batch.ToString()));
            var (key, now) = (batch.Id.ToString(), time.GetUtcNow());
            if (batch.State is BatchState.Planning) db.Pending.Add(batch.TenantId, new PlanWeek(batch.Id), key, now);
            else db.Pending.Add(batch.TenantId, new RunBatch(batch.Id), key, now);
            return default;
        }
    }
}
