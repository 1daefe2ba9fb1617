namespace InvoiceSync.Sync;

/// <summary>The buyer as frozen on the sale, completed from the provider's customer card. Nothing is validated or guessed.</summary>
public sealed record SourceCustomer(string? Id, string? Name, string? BusinessName, string? Email, SourceAddress? Address)
{
    public IReadOnlyList<SourceTaxId> TaxIds { get; init; } = [];

    /// <summary>Where goods are sent, when the buyer said so.</summary>
    public SourceAddress? ShipTo { get; init; }

    public TaxExemption TaxExempt { get; init; }

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}

/// <summary>An address as typed by the buyer: any part may be missing, county and country in any spelling.</summary>
public sealed record SourceAddress(string? Line1, string? Line2, string? City, string? State, string? PostalCode, string? Country);

/// <summary>A tax number with the provider's type name, like eu_vat RO12345678.</summary>
public sealed record SourceTaxId(string Type, string Value);

/// <summary>Whether the buyer pays tax: yes, no, or by reverse charge.</summary>
public enum TaxExemption
{
    None,
    Exempt,
    Reverse,
}
