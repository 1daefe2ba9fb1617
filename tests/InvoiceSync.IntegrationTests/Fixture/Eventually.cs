namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>Waits until a condition holds, asking again and again; fails with what was last seen.</summary>
static class Eventually
{
    public static async Task<T> Seen<T>(Func<Task<T>> look, Func<T, bool> holds, TimeSpan? patience = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var clock = TimeProvider.System;
        var until = clock.GetUtcNow() + (patience ?? TimeSpan.FromSeconds(60));
        while (true)
        {
            var seen = await look();
            if (holds(seen)) return seen;
            Assert.True(clock.GetUtcNow() < until, $"It never came to be; last seen: {seen}");
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, ct);
        }
    }
}
