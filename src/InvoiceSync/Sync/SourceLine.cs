namespace InvoiceSync.Sync;

/// <summary>
/// A line as the provider priced it. Amount is before discount; the unit price may carry twelve decimals and need not
/// multiply to the amount (tiers, prorations): the amount wins.
/// </summary>
public sealed record SourceLine(
    string Id,
    string? Description,
    decimal Quantity,
    decimal? UnitPrice,
    decimal Amount,
    decimal Discount,
    IReadOnlyList<SourceTax> Taxes,
    DateTimeOffset? PeriodStart,
    DateTimeOffset? PeriodEnd,
    bool IsProration);

/// <summary>
/// A tax the provider computed. Reason is its own word (standard_rated, reverse_charge, customer_exempt, …); the percentage
/// (19 means 19 %) and country come from the rate and are null when it names none.
/// </summary>
public sealed record SourceTax(
    decimal Amount,
    decimal? TaxableAmount,
    decimal? Percentage,
    bool Inclusive,
    string? Reason,
    string? Country,
    string? TaxType);
