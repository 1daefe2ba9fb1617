namespace InvoiceSync.Customers;

/// <summary>The VAT category of what is sold (UNCL 5305): standard, zero rated, exempt, reverse charge, within the Union, export, outside VAT.</summary>
public enum TaxCategory
{
    S,
    Z,
    E,
    AE,
    K,
    G,
    O,
}
