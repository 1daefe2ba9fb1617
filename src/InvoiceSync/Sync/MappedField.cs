namespace InvoiceSync.Sync;

/// <summary>What a merchant's own note on a sale or customer becomes. The first five are the buyer's marks, BT-10 to BT-13 and BT-19.</summary>
public enum MappedField
{
    BuyerReference,
    Order,
    Contract,
    Project,
    Accounting,

    /// <summary>BT-22; several keys make several notes.</summary>
    Note,

    /// <summary>A CUI or VAT number, where the source has none of its own.</summary>
    BuyerTaxId,

    /// <summary>A private person's number; on the invoice only where the company asked for that.</summary>
    BuyerCnp,

    /// <summary>Z, E, AE, K or G, for lines without VAT whose reason the source does not tell.</summary>
    VatCategory,
}
