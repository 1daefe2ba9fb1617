namespace InvoiceSync.Client;

/// <summary>By which rules Stripe's sales become invoices. Without a version yet, its ETag is "0".</summary>
public sealed record SaleRules(
    bool SellsGoods = false,
    string? ExemptionLaw = null,
    bool TellsCnp = false,
    bool CreditsByHand = false,
    IReadOnlyList<SaleRules.Field>? Fields = null) : Versioned
{
    /// <summary>A key in the metadata of the sale or its customer; to is order, contract, project, buyer_tax_id and the like.</summary>
    public sealed record Field(string Key, string To);
}
