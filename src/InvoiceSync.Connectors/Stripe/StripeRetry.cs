namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// When the same request is sent again, as in Stripe's own clients: after a lost answer, when Stripe-Should-Retry says so
/// (it beats the status), after 409 and 5xx; twice at most. A 429 they do not retry; we do, slower, unless somebody waits.
/// </summary>
static class StripeRetry
{
    const int Retries = 2;
    const int LimitRetries = 4;
    static readonly TimeSpan First = TimeSpan.FromSeconds(0.5);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LongestAfterLimit = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait before the next attempt, or null to give up. Attempts count from 1; chance is in [0, 1).</summary>
    public static TimeSpan? Pause(StripeReply reply, int attempt, bool impatient, double chance)
    {
        if (reply.IsOk) return null;
        var limited = reply.Status == 429 && reply.ShouldRetry is not true;
        if (limited) return impatient || attempt > LimitRetries ? null : Jittered(First * (1 << attempt), LongestAfterLimit, 0.5, chance);
        return Passes(reply) && attempt <= Retries ? Jittered(First * (1 << (attempt - 1)), Longest, 0.75, chance) : null;
    }

    static bool Passes(StripeReply reply) => reply.ShouldRetry ?? (reply.IsLost || reply.Status is 409 or >= 500);

    // Full waits in step would let every worker come back at once.
    static TimeSpan Jittered(TimeSpan wait, TimeSpan cap, double least, double chance)
    {
        var capped = wait < cap ? wait : cap;
        var jittered = capped * (least + (1 - least) * chance);
        return jittered < First ? First : jittered;
    }
}
