using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Sync;

/// <summary>Stops a batch or its planning after the sale it is at; ResumeBatch goes on there.</summary>
[Requires("invoice.create")]
public sealed record StopBatch(BatchId Batch) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<StopBatch, Done>
    {
        public async Task<Done> Handle(StopBatch command, CancellationToken ct)
        {
            (await db.FoundBatch(command.Batch, who.Caller, ct)).Stop();
            db.Note(new("batch.stopped", "batch", command.Batch.ToString()));
            return default;
        }
    }
}
