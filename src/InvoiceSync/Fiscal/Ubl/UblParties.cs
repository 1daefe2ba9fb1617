using InvoiceSync.Customers;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>Seller (BG-4) and buyer (BG-7).</summary>
static class UblParties
{
    /// <summary>A private person who gave no CNP is reported with thirteen zeros (BT-47); never as a VAT identifier (BR-CO-09).</summary>
    public const string NobodysId = "0000000000000";

    public static void Seller(ref Utf8Xml xml, Seller seller)
    {
        xml.Markup("<cac:AccountingSupplierParty><cac:Party>"u8);
        UblAddress.Write(ref xml, seller.Address);
        // BT-31 for a VAT payer, BT-32 for the others: BR-RO-065 asks for one of the two.
        if (seller.IsVatPayer) xml.Element("<cac:PartyTaxScheme><cbc:CompanyID>RO"u8, seller.TaxId, "</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8);
        else xml.Element("<cac:PartyTaxScheme><cbc:CompanyID>"u8, seller.TaxId, "</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8);
        xml.Element("<cac:PartyLegalEntity><cbc:RegistrationName>"u8, seller.Name, "</cbc:RegistrationName>"u8);
        xml.Element("<cbc:CompanyID>"u8, seller.TaxId, "</cbc:CompanyID>"u8);
        xml.Optional("<cbc:CompanyLegalForm>"u8, seller.TradeRegister, "</cbc:CompanyLegalForm>"u8); // BT-33
        xml.Markup("</cac:PartyLegalEntity>"u8);
        Contact(ref xml, seller.Phone, seller.Email);
        xml.Markup("</cac:Party></cac:AccountingSupplierParty>"u8);
    }

    public static void Buyer(ref Utf8Xml xml, Buyer buyer)
    {
        xml.Markup("<cac:AccountingCustomerParty><cac:Party>"u8);
        UblAddress.Write(ref xml, buyer.Address);
        if (HasCountryPrefix(buyer.VatId)) xml.Element("<cac:PartyTaxScheme><cbc:CompanyID>"u8, buyer.VatId, "</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>"u8);
        xml.Element("<cac:PartyLegalEntity><cbc:RegistrationName>"u8, buyer.Name, "</cbc:RegistrationName>"u8);
        xml.Optional("<cbc:CompanyID>"u8, LegalId(buyer), "</cbc:CompanyID>"u8);
        xml.Markup("</cac:PartyLegalEntity>"u8);
        Contact(ref xml, null, buyer.Email);
        xml.Markup("</cac:Party></cac:AccountingCustomerParty>"u8);
    }

    /// <summary>BT-47 as written: the id given, thirteen zeros for a private person, the digits of a Romanian VAT identifier.</summary>
    public static string? LegalId(Buyer buyer) => buyer switch
    {
        { LegalId: { } id } when !string.IsNullOrWhiteSpace(id) => id,
        { Kind: BuyerKind.Individual } => NobodysId,
        { VatId: { } vat } when vat.StartsWith("RO", StringComparison.Ordinal) => vat[2..].Trim(),
        _ => null,
    };

    public static bool HasCountryPrefix(string? vatId) =>
        vatId is { Length: > 2 } && char.IsAsciiLetterUpper(vatId[0]) && char.IsAsciiLetterUpper(vatId[1]);

    static void Contact(ref Utf8Xml xml, string? phone, string? email)
    {
        if (string.IsNullOrWhiteSpace(phone) && string.IsNullOrWhiteSpace(email)) return;
        xml.Markup("<cac:Contact>"u8);
        xml.Optional("<cbc:Telephone>"u8, phone, "</cbc:Telephone>"u8);
        xml.Optional("<cbc:ElectronicMail>"u8, email, "</cbc:ElectronicMail>"u8);
        xml.Markup("</cac:Contact>"u8);
    }
}
