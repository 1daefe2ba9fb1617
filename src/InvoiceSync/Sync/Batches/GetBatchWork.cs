using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>What a batch still owes: where it stands, and the rows of its next slice in order.</summary>
[Requires("bulk.run")]
sealed record GetBatchWork(BatchId Batch) : IQuery<GetBatchWork.View>
{
    /// <summary>WaitingToBeFiled counts invoices of the company that the authority does not have yet.</summary>
    internal sealed record View(
        BatchState State, string Owner, DateOnly? From, DateOnly? To, DateOnly? PlannedTo, bool Invoices, bool Charges, IReadOnlyList<Row> Rows, int WaitingToBeFiled);

    internal sealed record Row(int At, BatchItem Item, string? Planned, bool WasBegun);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetBatchWork, View>
    {
        public async Task<View> Handle(GetBatchWork query, CancellationToken ct)
        {
            var batch = Rule.Found(await db.Batches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == query.Batch, ct), BatchErrors.NotFound);
            var open = db.BatchRows.AsNoTracking().Where(r => r.Batch == query.Batch && (r.State == BatchRowState.Will || r.State == BatchRowState.Doing));
            var slice = await open.MinAsync(r => (int?)r.Slice, ct);
            var rows = slice is null || batch.State is not BatchState.Running ? [] : await open.Where(r => r.Slice == slice).OrderBy(r => r.At).ToListAsync(ct);
            return new(
                batch.State, batch.Owner, batch.From, batch.To, batch.PlannedTo, batch.Invoices, batch.Charges,
                [.. rows.Select(r => new Row(r.At, new(r.Key, new(r.TaxId, r.Number)), r.Planned, r.State is BatchRowState.Doing))],
                await db.Sales.CountAsync(s => s.State == SaleState.Waiting, ct));
        }
    }
}
