using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>Does what a back-fill's plan shows, week by week in the background: exactly that; a sale that has changed since is left out and says so.</summary>
[Requires("invoice.create")]
[StepUp]
public sealed record StartBackfill(BatchId Batch) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<StartBackfill, Done>
    {
        public async Task<Done> Handle(StartBackfill command, CancellationToken ct)
        {
            var batch = await db.FoundBatch(command.Batch, who.Caller, ct);
            if (batch.StartedAt is not null) return default;
            Rule.Require(batch.State is BatchState.Planned, BatchErrors.NotPlanned);
            batch.Start(time.GetUtcNow());
            db.Note(new("backfill.started", "batch", batch.Id.ToString()));
            db.Pending.Add(batch.TenantId, new RunBatch(batch.Id), batch.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
