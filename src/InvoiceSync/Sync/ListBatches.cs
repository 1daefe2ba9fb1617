using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>The last twenty batches, newest first; only back-fills if asked so.</summary>
[Requires("invoice.read")]
public sealed record ListBatches(bool Backfills = false) : IQuery<IReadOnlyList<ListBatches.Row>>
{
    public sealed record Row(BatchId Id, BatchState State, DateOnly? From, DateOnly? To, DateTimeOffset CreatedAt, DateTimeOffset? FinishedAt);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListBatches, IReadOnlyList<Row>>
    {
        const int Most = 20;

        public async Task<IReadOnlyList<Row>> Handle(ListBatches query, CancellationToken ct) =>
            await db.BatchesSeenBy(who.Caller).Where(b => !query.Backfills || b.From != null).OrderByDescending(b => b.CreatedAt).Take(Most)
                .Select(b => new Row(b.Id, b.State, b.From, b.To, b.CreatedAt, b.FinishedAt)).ToListAsync(ct);
    }
}
