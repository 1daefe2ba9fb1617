using InvoiceSync.Fiscal;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>Rows of a batch in their order, at most 500, after the place given; Now is where the sale stands at this moment, Keeps why the plan shows its invoice as not filed.</summary>
[Requires("invoice.read")]
public sealed record ListBatchRows(BatchId Batch, BatchRowState? State = null, int After = -1, int Take = 100) : IQuery<IReadOnlyList<ListBatchRows.Row>>
{
    public sealed record Row(
        int At, SourceKey Key, string Label, decimal Total, Currency? Currency, BatchRowState State, string? Why, string? WhyText, SaleId? Sale, InvoiceId? Invoice, SaleState? Now = null, KeptBecause? Keeps = null);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListBatchRows, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListBatchRows query, CancellationToken ct)
        {
            Rule.Require(await db.BatchesSeenBy(who.Caller).AnyAsync(b => b.Id == query.Batch, ct), BatchErrors.NotFound);
            var rows = db.BatchRows.AsNoTracking().Where(r => r.Batch == query.Batch && r.At > query.After);
            if (query.State is { } state) rows = rows.Where(r => r.State == state);
            var found = await rows.OrderBy(r => r.At).Take(Math.Clamp(query.Take, 1, BatchErrors.Most)).ToListAsync(ct);
            var sales = found.Select(r => r.Sale).OfType<SaleId>().ToList();
            var now = sales.Count == 0 ? [] : await db.Sales.AsNoTracking().Where(s => sales.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.State, ct);
            return [.. found.Select(r => new Row(
                r.At, r.Key, r.Label, r.Total, r.Currency, r.State, r.Why, r.WhyText, r.Sale, r.Invoice, r.Sale is { } sale && now.TryGetValue(sale, out var at) ? at : null, r.Keeps))];
        }
    }
}
