using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Webhooks.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Webhooks;

/// <summary>
/// Gives public events that have none their numbers: one numberer at a time, of what is committed. So a number is final, and an event whose
/// commit took long gets a later number, never one that readers have passed. Answers how many there were.
/// </summary>
[Requires("self")]
public sealed record NumberEvents : ICommand<int>
{
    /// <summary>At most so many in one go; whoever gets so many asks again.</summary>
    public const int Most = 500;

    // An event bears the time of its commit's beginning. No commit of ours lasts a day, so what is not seen then was never made.
    internal static readonly TimeSpan LongestCommit = TimeSpan.FromDays(1), Kept = TimeSpan.FromDays(30);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<NumberEvents, int>
    {
        public async Task<int> Handle(NumberEvents command, CancellationToken ct)
        {
            if (!await (await Unnumbered(ct)).AnyAsync(ct)) return 0;
            var (head, last) = await Lock(ct);
            // Now that nobody else numbers, look again: somebody may just have.
            var events = await (await Unnumbered(ct)).OrderBy(e => e.At).ThenBy(e => e.Id).Take(Most).ToListAsync(ct);
            var shown = events.Select(e => (Event: e, Shown: PublicEvents.Show(e.Name, e.Body))).ToList();
            var ofObject = await LastOf([.. shown.Select(s => s.Shown.ObjectId).Distinct()], ct);
            foreach (var (happened, (kind, id, data)) in shown)
                db.Add(new FeedRow
                {
                    Sequence = ++last,
                    EventId = happened.Id,
                    Type = happened.Name,
                    ObjectType = kind,
                    ObjectId = id,
                    ObjectSequence = ofObject[id] = ofObject.GetValueOrDefault(id) + 1,
                    Data = data,
                    At = happened.At,
                });
            head.Sequence = last;
            return events.Count;
        }

        // How far back it looks: a day before the newest that has its number, for commits that took long; 30 days at first.
        async Task<IQueryable<EventRow>> Unnumbered(CancellationToken ct)
        {
            var (feed, names, since) = (db.Feed, PublicEvents.Names, time.GetUtcNow() - Kept);
            if (await feed.MaxAsync(r => (DateTimeOffset?)r.At, ct) is { } newest && newest - LongestCommit > since) since = newest - LongestCommit;
            return db.Set<EventRow>().AsNoTracking().Where(e => e.At > since && names.Contains(e.Name) && !feed.Any(r => r.EventId == e.Id));
        }

        // The first two of a company meet at the key of the row, and one is told to come again.
        async Task<(FeedHead Head, long Last)> Lock(CancellationToken ct)
        {
            if (await db.FeedHeads.ExecuteUpdateAsync(h => h.SetProperty(x => x.Sequence, x => x.Sequence), ct) == 0) db.Add(new FeedHead());
            var head = db.ChangeTracker.Entries<FeedHead>().Select(e => e.Entity).SingleOrDefault() ?? await db.FeedHeads.SingleAsync(ct);
            return (head, head.Sequence);
        }

        async Task<Dictionary<string, long>> LastOf(IReadOnlyList<string> objects, CancellationToken ct) => await db.Feed
            .Where(r => objects.Contains(r.ObjectId)).GroupBy(r => r.ObjectId).Select(g => new { g.Key, Last = g.Max(r => r.ObjectSequence) }).ToDictionaryAsync(g => g.Key, g => g.Last, ct);
    }
}
