using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>Keeps what came of one row of a batch: where its sale stands now, or why it was not done.</summary>
[Requires("bulk.run")]
sealed record NoteBatchRow(BatchId Batch, int At, ProcessSale.View? Made, Error? Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteBatchRow, Done>
    {
        public async Task<Done> Handle(NoteBatchRow command, CancellationToken ct)
        {
            var row = Rule.Found(await db.BatchRows.SingleOrDefaultAsync(r => r.Batch == command.Batch && r.At == command.At, ct), BatchErrors.NotFound);
            if (row.State is not (BatchRowState.Will or BatchRowState.Doing)) return default; // told late
            db.Pending.Notices.Add(new(row.TenantId, Model.Batch.Topic, row.Batch.Value));
            if (command.Made is { } made)
            {
                row.Became(made.Sale, made.Invoice);
                row.Say(made.Invoice is null ? BatchRowState.Parked : BatchRowState.Done, made.ReasonCode, made.Reason);
            }
            else
            {
                var isChanged = command.Why?.Code is { } code && (code == BatchErrors.Changed.Code || code == SaleErrors.Invoiced.Code);
                row.Say(isChanged ? BatchRowState.Changed : BatchRowState.Failed, command.Why?.Code, command.Why?.Message);
            }

            return default;
        }
    }
}
