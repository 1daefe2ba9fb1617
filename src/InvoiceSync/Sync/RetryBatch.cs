using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Batches;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>
/// Does once more what failed in a batch, all of it or one row; of sales named one by one also what waits for a person. What differs from
/// its plan stays left out: it wants a new plan. Answers how many there are.
/// </summary>
[Requires("invoice.create")]
public sealed record RetryBatch(BatchId Batch, int? At = null) : ICommand<int>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<RetryBatch, int>
    {
        public async Task<int> Handle(RetryBatch command, CancellationToken ct)
        {
            var batch = await db.FoundBatch(command.Batch, who.Caller, ct);
            Rule.Require(batch.State is BatchState.Finished, BatchErrors.NotPlanned);
            var rows = db.BatchRows.Where(r => r.Batch == command.Batch && (command.At == null || r.At == command.At));
            rows = batch.IsBackfill ? rows.Where(r => r.State == BatchRowState.Failed) : rows.Where(r => r.State == BatchRowState.Failed || r.State == BatchRowState.Parked);
            var again = await rows.ToListAsync(ct);
            Rule.Require(again.Count > 0, BatchErrors.NothingFailed);
            foreach (var row in again) row.Say(BatchRowState.Will);
            batch.Reopen();
            db.Note(new("batch.retried", "batch", command.Batch.ToString()));
            db.Pending.Add(batch.TenantId, new RunBatch(batch.Id), batch.Id.ToString(), time.GetUtcNow());
            return again.Count;
        }
    }
}
