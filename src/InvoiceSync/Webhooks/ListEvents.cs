using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Webhooks.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Webhooks;

/// <summary>
/// Public events of the last 30 days in the order of their numbers, oldest first, as far as the caller may hear of them. A type is a name, or a
/// noun with a star, like invoice.*. NumberEvents comes first.
/// </summary>
[Requires("self")]
public sealed record ListEvents(Guid? After = null, string? Type = null, int Take = 50) : IQuery<ListEvents.Events>
{
    public sealed record Events(IReadOnlyList<FeedEvent> Rows, bool HasMore);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ListEvents, Events>
    {
        const int Most = 500;

        public async Task<Events> Handle(ListEvents query, CancellationToken ct)
        {
            var (take, oldest) = (Math.Clamp(query.Take, 1, Most), time.GetUtcNow() - NumberEvents.Kept);
            var names = PublicEvents.HeardBy(who.Caller).Where(name => Fits(name, query.Type)).ToList();
            var feed = db.Feed.AsNoTracking().Where(r => r.At > oldest);
            if (query.After is { } after)
            {
                var seen = await feed.Where(r => r.EventId == after).Select(r => (long?)r.Sequence).SingleOrDefaultAsync(ct);
                Rule.Require(seen is not null, FeedErrors.EventUnknown);
                feed = feed.Where(r => r.Sequence > seen);
            }

            var rows = await feed.Where(r => names.Contains(r.Type)).OrderBy(r => r.Sequence).Take(take + 1).ToListAsync(ct);
            return new([.. rows.Take(take).Select(r => r.Shown())], rows.Count > take);
        }

        static bool Fits(string name, string? type) =>
            type is null || type == name || type.EndsWith(".*", StringComparison.Ordinal) && name.StartsWith(type[..^1], StringComparison.Ordinal);
    }
}
