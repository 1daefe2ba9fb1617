using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync.Model;
using InvoiceSync.Sync.News;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync.Batches;

/// <summary>After a slice of a batch: the next one follows after a pause, a longer one while the authority has enough to do, or the batch is finished.</summary>
[Requires("bulk.run")]
sealed record EndBatchSlice(BatchId Batch, bool IsFull = false) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<EndBatchSlice, Done>
    {
        static readonly TimeSpan Pause = TimeSpan.FromSeconds(2), LongPause = TimeSpan.FromSeconds(30);

        public async Task<Done> Handle(EndBatchSlice command, CancellationToken ct)
        {
            var batch = Rule.Found(await db.Batches.SingleOrDefaultAsync(b => b.Id == command.Batch, ct), BatchErrors.NotFound);
            if (batch.State is not BatchState.Running) return default;
            var now = time.GetUtcNow();
            if (await db.BatchRows.AnyAsync(r => r.Batch == command.Batch && (r.State == BatchRowState.Will || r.State == BatchRowState.Doing), ct))
                db.Pending.Add(batch.TenantId, new RunBatch(batch.Id), batch.Id.ToString(), now + (command.IsFull ? LongPause : Pause));
            else await Finish(batch, now, ct);
            return default;
        }

        async Task Finish(Batch batch, DateTimeOffset now, CancellationToken ct)
        {
            batch.Finish(now);
            var counts = await db.BatchRows.Where(r => r.Batch == batch.Id).GroupBy(r => r.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
            var (done, failed) = (counts.GetValueOrDefault(BatchRowState.Done), counts.GetValueOrDefault(BatchRowState.Failed));
            var open = failed + counts.GetValueOrDefault(BatchRowState.Parked) + counts.GetValueOrDefault(BatchRowState.Changed);
            // Tried again, it ends again, and that is news.
            var about = FormattableString.Invariant($"{batch.Id}:{now.ToUnixTimeMilliseconds()}");
            db.Pending.Add(batch.TenantId, new TellNews(failed > 0 ? NewsKind.Failed : NewsKind.Finished, about, NewsSubject.Batch, done, open), about, now);
        }
    }
}
