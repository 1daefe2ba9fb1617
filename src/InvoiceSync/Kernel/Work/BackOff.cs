namespace InvoiceSync.Kernel.Work;

/// <summary>
/// When failed work is tried again: after 1 s, 2 s, 4 s … at most 15 min, spread by a quarter so that a thousand failures
/// do not come back together. What is unavailable or was overtaken is tried for ever; anything else is dead after twelve attempts.
/// </summary>
static class BackOff
{
    const int Attempts = 12;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static DateTimeOffset? After(int attempt, Exception failure, DateTimeOffset now)
    {
        var isTemporary = failure is RuleBrokenException { Error.Kind: ErrorKind.Unavailable or ErrorKind.Conflict };
        if (!isTemporary && attempt >= Attempts) return null;
        var wait = TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Math.Min(attempt - 1, 20)), Longest.TotalSeconds));
        return now + wait * (0.75 + Random.Shared.NextDouble() * 0.5);
    }
}
