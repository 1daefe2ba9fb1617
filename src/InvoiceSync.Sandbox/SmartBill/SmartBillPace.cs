namespace InvoiceSync.Sandbox.SmartBill;

/// <summary>Three calls in any practice second for each account; zero switches the limit off.</summary>
sealed class SmartBillPace(TimeProvider clock, int perSecond)
{
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    readonly Dictionary<string, Queue<DateTimeOffset>> calls = [];

    public bool Admits(string account)
    {
        if (perSecond == 0) return true;
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (!calls.TryGetValue(account, out var mine)) calls[account] = mine = new();
            while (mine.TryPeek(out var oldest) && now - oldest >= Second) mine.Dequeue();
            if (mine.Count >= perSecond) return false;
            mine.Enqueue(now);
            return true;
        }
    }
}
