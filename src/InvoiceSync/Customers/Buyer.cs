namespace InvoiceSync.Customers;

/// <summary>A company has a number; an individual is anybody who gave none.</summary>
public enum BuyerKind
{
    Company,
    Individual,
}

/// <summary>
/// The other side of an invoice (EN 16931 BG-7), frozen onto it. LegalId (BT-47) is a company's CUI digits or foreign number,
/// null for an individual who gave none; VatId (BT-48) carries its country prefix.
/// </summary>
public sealed record Buyer(
    BuyerKind Kind,
    string Name,
    string? LegalId,
    string? VatId,
    PostalAddress Address,
    string? Email);
