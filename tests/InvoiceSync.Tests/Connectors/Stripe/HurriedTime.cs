namespace InvoiceSync.Tests.Connectors.Stripe;

/// <summary>A clock on which every wait is over at once; it moves by the wait and remembers it.</summary>
sealed class HurriedTime : TimeProvider
{
    readonly Lock gate = new();
    DateTimeOffset now = DateTimeOffset.FromUnixTimeSeconds(1_763_600_000);

    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public void Pass(TimeSpan time)
    {
        lock (gate) now += time;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            now += dueTime;
            Waits.Add(dueTime);
        }

        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
