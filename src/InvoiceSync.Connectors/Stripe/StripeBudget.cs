using System.Collections.Concurrent;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Our own rate limit for each connection, below Stripe's (25 requests a second in test mode, 100 live): a bucket that holds
/// one second's worth and fills evenly. After a 429 it stays shut for a while, for everybody.
/// </summary>
sealed class StripeBudget(TimeProvider time)
{
    const double TestPerSecond = 25;
    const double LivePerSecond = 80;
    static readonly TimeSpan Burst = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestQueue = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<Guid, Bucket> buckets = new();

    /// <summary>Waits for a turn and answers null, or the wait that would be too long, without having queued.</summary>
    public async Task<TimeSpan?> Enter(SourceAccount account, CancellationToken ct)
    {
        var wait = Of(account).Reserve(time.GetUtcNow());
        if (wait > LongestQueue) return wait;
        if (wait > TimeSpan.Zero) await Task.Delay(wait, time, ct);
        return null;
    }

    public void Pause(SourceAccount account, TimeSpan pause) => Of(account).Pause(time.GetUtcNow() + pause);

    Bucket Of(SourceAccount account) =>
        buckets.GetOrAdd(account.Connection, static (_, live) => new(TimeSpan.FromSeconds(1 / (live ? LivePerSecond : TestPerSecond))), account.Live);

    // The "generic cell rate" form of a token bucket: one instant tells how full it is.
    sealed class Bucket(TimeSpan interval)
    {
        readonly Lock gate = new();
        DateTimeOffset empty = DateTimeOffset.MinValue;

        public TimeSpan Reserve(DateTimeOffset now)
        {
            lock (gate)
            {
                var from = empty > now ? empty : now;
                var wait = from - now - Burst + interval;
                if (wait > LongestQueue) return wait;
                empty = from + interval;
                return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
            }
        }

        public void Pause(DateTimeOffset until)
        {
            lock (gate)
            {
                if (until + Burst > empty) empty = until + Burst;
            }
        }
    }
}
