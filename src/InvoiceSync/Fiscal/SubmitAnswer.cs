namespace InvoiceSync.Fiscal;

/// <summary>
/// What came of sending one document. Received, Rejected, Denied, Limited and NotSent are certain; after InDoubt the
/// authority may or may not hold the document, and only Search may tell.
/// </summary>
public abstract record SubmitAnswer
{
    SubmitAnswer()
    {
    }

    /// <summary>Taken in under this index; whether it is accepted is told by Status, later.</summary>
    public sealed record Received(string Index, DateTimeOffset At) : SubmitAnswer;

    /// <summary>Answered and not taken in: no index exists. The texts are the authority's own.</summary>
    public sealed record Rejected(RejectionKind Kind, IReadOnlyList<string> Errors) : SubmitAnswer;

    /// <summary>The token is not good (any more). A person has to reconnect; the document waits.</summary>
    public sealed record Denied(string Why) : SubmitAnswer;

    /// <summary>Too many calls; not taken in. After is how long to wait, when known.</summary>
    public sealed record Limited(TimeSpan? After) : SubmitAnswer;

    /// <summary>Proved that no byte of the request left: connection refused, no such host. Safe to send again.</summary>
    public sealed record NotSent(string Why) : SubmitAnswer;

    /// <summary>Time-out, reset, 5xx, HTML, empty body or a maintenance redirect after bytes may have left.</summary>
    public sealed record InDoubt(string Why) : SubmitAnswer;
}

/// <summary>Who can cure a rejection: the data, a person with rights, tomorrow, or simply later.</summary>
public enum RejectionKind
{
    FixData,
    NoRight,
    DailyLimit,
    Technical,
}
