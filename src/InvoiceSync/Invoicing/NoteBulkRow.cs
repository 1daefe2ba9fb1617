using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps what came of one row of a plan.</summary>
[Requires("bulk.run")]
sealed record NoteBulkRow(BulkRunId Run, int At, Error? Why) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<NoteBulkRow, Done>
    {
        public async Task<Done> Handle(NoteBulkRow command, CancellationToken ct)
        {
            var row = Rule.Found(await db.BulkRows.SingleOrDefaultAsync(r => r.Run == command.Run && r.At == command.At, ct), BulkErrors.NotFound);
            if (row.State == BulkRowState.Will) row.Say(command.Why is null ? BulkRowState.Done : BulkRowState.Failed, command.Why);
            return default;
        }
    }
}
