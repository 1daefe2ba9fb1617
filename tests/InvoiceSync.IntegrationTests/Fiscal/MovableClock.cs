namespace InvoiceSync.IntegrationTests.Fiscal;

/// <summary>Stands still until told to pass time. Timers still run on the real one.</summary>
sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    long ticks = start.UtcTicks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Pass(TimeSpan time) => Interlocked.Add(ref ticks, time.Ticks);
}
