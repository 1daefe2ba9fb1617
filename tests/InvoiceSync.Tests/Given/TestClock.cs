namespace InvoiceSync.Tests.Given;

/// <summary>A clock that stands still until a test moves it.</summary>
sealed class TestClock(DateTimeOffset now) : TimeProvider
{
    DateTimeOffset now = now;

    public TestClock()
        : this(Some.Noon)
    {
    }

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
