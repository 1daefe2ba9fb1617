namespace InvoiceSync.Client;

/// <summary>A message of the authority's mailbox. Amount is that of the invoice inside; Links lead to its files once they are archived.</summary>
public sealed record FiscalMessage(
    string Id,
    string Kind,
    string State,
    bool Test,
    DateTimeOffset CreatedAt,
    bool Read,
    string Index,
    string? SenderName,
    string? SenderTaxId,
    string? InvoiceNumber,
    DateOnly? IssueDate,
    decimal? Amount,
    string? Currency,
    string? Text,
    IReadOnlyDictionary<string, string?> Links);
