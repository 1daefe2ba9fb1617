using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>Which of these sales a back-fill has not planned yet: after a crash the others are not read again.</summary>
[Requires("bulk.run")]
sealed record ListUnplanned(BatchId Batch, IReadOnlyList<SourceKey> Sales) : IQuery<IReadOnlyCollection<SourceKey>>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListUnplanned, IReadOnlyCollection<SourceKey>>
    {
        public async Task<IReadOnlyCollection<SourceKey>> Handle(ListUnplanned query, CancellationToken ct)
        {
            var ids = query.Sales.Select(s => s.Id).ToList();
            var planned = await db.BatchRows.Where(r => r.Batch == query.Batch && ids.Contains(r.SourceId)).Select(r => new { r.Kind, r.SourceId }).ToListAsync(ct);
            return query.Sales.Except(planned.Select(p => new SourceKey(p.Kind, p.SourceId))).ToHashSet();
        }
    }
}
