namespace InvoiceSync.Ledger;

/// <summary>An entry on its way into the ledger: checked, with its value in RON line by line. Amount and Ron are the sum of one side.</summary>
public sealed record NewJournalEntry
{
    public required Guid Id { get; init; }

    public required DateOnly Date { get; init; }

    public required string Currency { get; init; }

    public decimal? Rate { get; init; }

    public DateOnly? RateOn { get; init; }

    public string? RateSource { get; init; }

    public required string Source { get; init; }

    public required string SourceId { get; init; }

    public required string Kind { get; init; }

    public required string Memo { get; init; }

    public required decimal Amount { get; init; }

    public required decimal Ron { get; init; }

    public required int LineCount { get; init; }

    public required DateTimeOffset PostedAt { get; init; }

    public required string PostedBy { get; init; }

    public Guid? Reverses { get; init; }

    public bool MustBeNew { get; init; }

    public required IReadOnlyList<Line> Lines { get; init; }

    public sealed record Line(Guid Id, int No, string Account, string Side, decimal Amount, decimal Ron, string? CustomerKey, string? CustomerName, string? Detail);
}
