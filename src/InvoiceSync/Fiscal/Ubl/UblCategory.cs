using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>A VAT category with its rate, and in the breakdown its reason; a reason in a line is refused by ANAF.</summary>
static class UblCategory
{
    public static void Write(ref Utf8Xml xml, VatCategory category, decimal rate, string? exemptionCode = null, string? exemptionReason = null)
    {
        xml.Markup(category switch
        {
            VatCategory.S => "<cbc:ID>S</cbc:ID>"u8,
            VatCategory.Z => "<cbc:ID>Z</cbc:ID>"u8,
            VatCategory.E => "<cbc:ID>E</cbc:ID>"u8,
            VatCategory.AE => "<cbc:ID>AE</cbc:ID>"u8,
            VatCategory.K => "<cbc:ID>K</cbc:ID>"u8,
            VatCategory.G => "<cbc:ID>G</cbc:ID>"u8,
            _ => "<cbc:ID>O</cbc:ID>"u8,
        });

        if (category != VatCategory.O) // BR-O-05: not subject to VAT, so no rate, not even zero
        {
            xml.Markup("<cbc:Percent>"u8);
            xml.Amount(rate);
            xml.Markup("</cbc:Percent>"u8);
        }

        xml.Optional("<cbc:TaxExemptionReasonCode>"u8, exemptionCode, "</cbc:TaxExemptionReasonCode>"u8);
        xml.Optional("<cbc:TaxExemptionReason>"u8, PlainText.Cut(exemptionReason, UblTotals.LongestReason).Head, "</cbc:TaxExemptionReason>"u8);
        xml.Markup("<cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>"u8);
    }
}
