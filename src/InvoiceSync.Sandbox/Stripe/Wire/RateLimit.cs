namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>So many calls per account and second of practice time; zero switches the limit off.</summary>
sealed class RateLimit(TimeProvider clock, int perSecond)
{
    readonly Lock gate = new();
    readonly Dictionary<string, (long Second, int Calls)> counts = [];

    public bool Admits(string account)
    {
        if (perSecond == 0) return true;
        var second = clock.GetUtcNow().ToUnixTimeSeconds();
        lock (gate)
        {
            var (when, calls) = counts.GetValueOrDefault(account);
            calls = when == second ? calls + 1 : 1;
            counts[account] = (second, calls);
            return calls <= perSecond;
        }
    }
}
