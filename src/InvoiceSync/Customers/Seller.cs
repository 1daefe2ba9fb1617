namespace InvoiceSync.Customers;

/// <summary>
/// Our side of an invoice (EN 16931 BG-4), frozen onto it. TaxId is the CUI in digits without RO (BT-30);
/// a VAT payer also shows RO + CUI as VAT identifier (BT-31).
/// </summary>
public sealed record Seller(
    string Name,
    string TaxId,
    bool IsVatPayer,
    string? TradeRegister,
    PostalAddress Address,
    string? Email,
    string? Phone,
    string? Iban,
    string? Bank)
{
    /// <summary>"TVA la încasare": VAT falls due when the customer pays, and invoices say so.</summary>
    public bool PaysVatWhenPaid { get; init; }
}
