namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>The real time and what was added to it: for what is due so late that no test can wait. Timers run on the real one.</summary>
public sealed class AheadClock : TimeProvider
{
    long ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref ahead));

    public void Pass(TimeSpan time) => Interlocked.Add(ref ahead, time.Ticks);
}
