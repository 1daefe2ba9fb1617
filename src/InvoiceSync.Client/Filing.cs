namespace InvoiceSync.Client;

/// <summary>How an invoice stands where it is filed. Waiting says why nothing moves; Candidate is a document of SmartBill that may be this invoice.</summary>
public sealed record Filing(
    string InvoiceId,
    string Provider,
    string Status,
    DateTimeOffset FileBy,
    DateTimeOffset? HeldUntil,
    DateTimeOffset? NextStepAt,
    string? Waiting,
    Filing.Ahead? WaitsFor,
    string? Candidate,
    Filing.InBooks? Books,
    IReadOnlyDictionary<string, string?> Links)
{
    /// <summary>The invoice that has the series meanwhile. Reason is making_unsure, deletion_unsure or waits_itself.</summary>
    public sealed record Ahead(string InvoiceId, string Number, string Reason, string Filing);

    /// <summary>Unsure is a change asked for there (cancel, restore or delete) whose answer was lost.</summary>
    public sealed record InBooks(string? Number, string Standing, string? Unsure, decimal? Total, decimal? Paid, DateTimeOffset? ReadAt, IReadOnlyList<Payment> Payments);

    /// <summary>State is there, away, calling, asks or refused.</summary>
    public sealed record Payment(int Number, string Kind, decimal Amount, DateOnly PaidOn, string State, bool Wanted, string? Reason);
}
