namespace InvoiceSync.Customers;

/// <summary>What is sold, as somebody typed it or as it is kept. Unit is a code of UNECE Rec 20 (BT-130), like H87 for a piece.</summary>
public sealed record ProductDetails
{
    public required string Name { get; init; }

    public string? Description { get; init; }

    /// <summary>The company's own number for it, which no other of its products has.</summary>
    public string? Sku { get; init; }

    public string Unit { get; init; } = UnitCode.Piece;

    /// <summary>One a currency; none when the price is agreed each time.</summary>
    public IReadOnlyList<ProductPrice> Prices { get; init; } = [];

    public TaxCategory TaxCategory { get; init; }

    /// <summary>Percent, like 21; 0 in every category but the standard one.</summary>
    public decimal TaxRate { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
