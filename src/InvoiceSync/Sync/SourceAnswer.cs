namespace InvoiceSync.Sync;

/// <summary>
/// What a provider answered. Found and Gone are facts; Limited and Unavailable pass by themselves, ask again later;
/// Denied and Broken need a person: the key or its rights, or an answer we cannot read.
/// </summary>
public abstract record SourceAnswer<T>
{
    SourceAnswer()
    {
    }

    public sealed record Found(T Value) : SourceAnswer<T>;

    public sealed record Gone : SourceAnswer<T>;

    public sealed record Denied(string Why) : SourceAnswer<T>;

    /// <summary>Too many calls. The provider rarely says for how long.</summary>
    public sealed record Limited(TimeSpan? After) : SourceAnswer<T>;

    public sealed record Unavailable(string Why) : SourceAnswer<T>;

    public sealed record Broken(string Why) : SourceAnswer<T>;
}
