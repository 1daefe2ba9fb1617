using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>Some sales of a list, newest first, and the cursor that asks for older ones; null at the end.</summary>
public sealed record SourcePage(IReadOnlyList<SourceSummary> Sales, string? Next);

/// <summary>What a list tells of a sale: enough to show and choose, too little to invoice. Total in major units.</summary>
public sealed record SourceSummary(
    SourceKey Key,
    string? Number,
    SaleStatus Status,
    DateTimeOffset CreatedAt,
    Currency Currency,
    decimal Total,
    string? CustomerId,
    string? CustomerName,
    string? CustomerEmail);
