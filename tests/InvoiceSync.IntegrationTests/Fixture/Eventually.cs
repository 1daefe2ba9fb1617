namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>Waits until a condition holds, asking again and again; fails with what was last seen.</summary>
static class Eventually
{
    static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    public static async Task<T> Seen<T>(Func<Task<T>> look, Func<T, bool> holds, TimeSpan? patience = null)
    {
        var ct = TestContext.Current.CancellationToken;
        var clock = TimeProvider.System;
        var until = clock.GetUtcNow() + (patience ?? TimeSpan.FromSeconds(60));
        for (var pause = TimeSpan.FromMilliseconds(20); ; pause = pause < Longest ? pause * 1.5 : Longest)
        {
            var seen = await look();
            if (holds(seen)) return seen;
            Assert.True(clock.GetUtcNow() < until, $"It never came to be; last seen: {seen}");
            await Task.Delay(pause, clock, ct);
        }
    }
}
