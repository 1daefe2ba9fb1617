namespace InvoiceSync.Client;

/// <summary>A pro-forma or a quote: what an invoice would say, which it is not. InvoiceId is the draft made of it, and the invoice of the same id once that is issued.</summary>
public sealed record Estimate(
    string Id,
    string Number,
    string Type,
    string Status,
    Invoice.Buyer Customer,
    DateOnly IssueDate,
    DateOnly ValidUntil,
    string Currency,
    IReadOnlyList<Invoice.Line> LineItems,
    decimal Subtotal,
    decimal Tax,
    decimal Total,
    string? InvoiceId,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string> Metadata,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links) : Versioned;

/// <summary>Which draft to make one of; the draft is gone then. Type is proforma or quote.</summary>
public sealed record NewEstimate(string InvoiceId, string Type, DateOnly ValidUntil);
