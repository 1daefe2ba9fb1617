namespace InvoiceSync.Client;

/// <summary>A product. Prices are without tax.</summary>
public sealed record Product(
    string Id,
    string Name,
    string? Description,
    string? Sku,
    string Unit,
    IReadOnlyList<Price> Prices,
    string TaxCategory,
    decimal TaxRate,
    IReadOnlyDictionary<string, string> Metadata,
    bool Archived,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links) : Versioned;

/// <summary>A product to be made. Unit is a code of UNECE Rec 20; TaxRate in percent goes with category S alone.</summary>
public sealed record NewProduct(string Name)
{
    public string? Description { get; init; }

    public string? Sku { get; init; }

    public string? Unit { get; init; }

    public IReadOnlyList<Price>? Prices { get; init; }

    public string? TaxCategory { get; init; }

    public decimal? TaxRate { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}

/// <summary>What one unit costs in one currency.</summary>
public sealed record Price(string Currency, decimal Amount);
