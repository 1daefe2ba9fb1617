using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>Keeps that a row of a batch is begun, before anything of it is done. False when the batch was stopped.</summary>
[Requires("bulk.run")]
sealed record BeginBatchRow(BatchId Batch, int At) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<BeginBatchRow, bool>
    {
        public async Task<bool> Handle(BeginBatchRow command, CancellationToken ct)
        {
            if (!await db.Batches.AnyAsync(b => b.Id == command.Batch && b.State == BatchState.Running, ct)) return false;
            var row = Rule.Found(await db.BatchRows.SingleOrDefaultAsync(r => r.Batch == command.Batch && r.At == command.At, ct), BatchErrors.NotFound);
            if (row.State is BatchRowState.Will) row.Say(BatchRowState.Doing);
            return true;
        }
    }
}
