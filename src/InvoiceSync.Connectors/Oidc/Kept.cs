namespace InvoiceSync.Connectors.Oidc;

/// <summary>
/// One document of a provider, kept. Whoever needs it waits for the same fetch, and there is at most one a minute, whether it
/// went well or not; an old document serves while the provider is away, but not longer than a day.
/// </summary>
sealed class Kept<T>(Func<Task<T>> fetch, TimeProvider time) where T : class
{
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    Task running = Task.CompletedTask;
    DateTimeOffset? tried;
    volatile Copy? kept;
    volatile string? failure;

    public Task<T> Get(CancellationToken ct) => Get(Fresh, ct);

    /// <summary>A newer one than "seen", in which something was missing, when the minute allows; otherwise what there is.</summary>
    public Task<T> Newer(T seen, CancellationToken ct) => kept is { } now && !ReferenceEquals(now.Value, seen) ? Task.FromResult(now.Value) : Get(TimeSpan.Zero, ct);

    async Task<T> Get(TimeSpan young, CancellationToken ct)
    {
        if (YoungerThan(young) is { } good) return good;
        await Fetching(young).WaitAsync(ct);
        var value = YoungerThan(Longest);
        OidcRefusedException.Unless(value is not null, failure ?? "provider.unavailable");
        return value;
    }

    Task Fetching(TimeSpan young)
    {
        lock (gate)
        {
            if (!running.IsCompleted || YoungerThan(young) is not null || time.GetUtcNow() - tried < Pause) return running;
            tried = time.GetUtcNow();
            return running = Fetch();
        }
    }

    // Not the caller's cancellation: somebody who hangs up must not cost everybody else the minute.
    async Task Fetch()
    {
        try
        {
            kept = new(await fetch(), time.GetUtcNow());
            failure = null;
        }
        catch (OidcRefusedException refused)
        {
            failure = refused.Reason;
        }
    }

    T? YoungerThan(TimeSpan age) => kept is { } copy && time.GetUtcNow() - copy.At < age ? copy.Value : null;

    sealed record Copy(T Value, DateTimeOffset At);
}
