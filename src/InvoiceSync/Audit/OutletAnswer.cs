namespace InvoiceSync.Audit;

/// <summary>What a log system said to a batch.</summary>
public abstract record OutletAnswer
{
    /// <summary>
    /// The first Count entries are settled: taken, or among Refused, which are never taken. Why the others are not is in
    /// Problem; null when there are no others, or when nothing speaks against sending them at once.
    /// </summary>
    public sealed record Settled(int Count, IReadOnlyList<Refusal> Refused, string? Problem = null, TimeSpan? After = null) : OutletAnswer;

    /// <summary>The batch is refused for what is in it: for the entry in place At, or it was not said for which. Whether those before it were taken is open.</summary>
    public sealed record Unreadable(string Reason, int? At = null) : OutletAnswer;

    /// <summary>Nothing was taken for now: away, busy, or set up wrongly. After is how long the other end asked for peace.</summary>
    public sealed record Away(string Reason, TimeSpan? After = null) : OutletAnswer;

    /// <summary>One entry, by its place in the batch, that the other end will never take.</summary>
    public sealed record Refusal(int Index, string Reason);
}
