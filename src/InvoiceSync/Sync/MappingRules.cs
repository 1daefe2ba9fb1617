namespace InvoiceSync.Sync;

/// <summary>
/// What a company says once about its sales, so that the unusual ones need not ask each time. SellsGoods: what goes abroad without
/// VAT is goods (K, G), else services (AE). ExemptionLaw: the article that exempts what it sells (BT-120).
/// </summary>
public sealed record MappingRules
{
    public bool SellsGoods { get; init; }

    public string? ExemptionLaw { get; init; }

    /// <summary>Whether a person's CNP, where one is known, stands on the invoice; else thirteen zeros do.</summary>
    public bool TellsCnp { get; init; }

    /// <summary>Refunds and credit notes of the source get no document by themselves: a person writes it.</summary>
    public bool CreditsByHand { get; init; }

    /// <summary>Metadata keys and what they become, first come first served; at most 30.</summary>
    public IReadOnlyList<FieldRule> Fields { get; init; } = [];
}

/// <summary>The value under Key, in the metadata of the sale or else of its customer, becomes To.</summary>
public sealed record FieldRule(string Key, MappedField To);
