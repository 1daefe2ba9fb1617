using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>One line (BG-25) of an invoice or a credit note.</summary>
static class UblLine
{
    const int LongestName = 100;        // BR-RO-L1024
    const int LongestDescription = 200; // BR-RO-L212

    public static void Write(ref Utf8Xml xml, InvoiceLine line, UblCurrency currency, bool isCredit)
    {
        xml.Element(isCredit ? "<cac:CreditNoteLine><cbc:ID>"u8 : "<cac:InvoiceLine><cbc:ID>"u8, line.Id, isCredit ? "</cbc:ID><cbc:CreditedQuantity unitCode=\""u8 : "</cbc:ID><cbc:InvoicedQuantity unitCode=\""u8);
        xml.Text(line.Unit);
        xml.Markup("\">"u8);
        xml.Number(line.Quantity);
        currency.Amount(ref xml, isCredit ? "</cbc:CreditedQuantity><cbc:LineExtensionAmount"u8 : "</cbc:InvoicedQuantity><cbc:LineExtensionAmount"u8, line.Net, "</cbc:LineExtensionAmount>"u8);
        UblWriter.Period(ref xml, line.PeriodStart, line.PeriodEnd);
        if (line.Discount != 0) // BG-27
            currency.Amount(ref xml, "<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>Discount</cbc:AllowanceChargeReason><cbc:Amount"u8,
                line.Discount, "</cbc:Amount></cac:AllowanceCharge>"u8);

        var (name, description) = Wording(line);
        xml.Markup("<cac:Item>"u8);
        xml.Optional("<cbc:Description>"u8, description, "</cbc:Description>"u8);
        xml.Element("<cbc:Name>"u8, name, "</cbc:Name><cac:ClassifiedTaxCategory>"u8);
        UblCategory.Write(ref xml, line.Category, line.Rate);
        currency.Amount(ref xml, "</cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount"u8, line.UnitPrice, isCredit ? "</cbc:PriceAmount></cac:Price></cac:CreditNoteLine>"u8 : "</cbc:PriceAmount></cac:Price></cac:InvoiceLine>"u8);
    }

    /// <summary>BT-153 and BT-154. A name too long is cut between words and stands in full before the description.</summary>
    public static (string Name, string Description) Wording(InvoiceLine line)
    {
        var (name, rest) = PlainText.Cut(line.Name, LongestName);
        var full = rest.Length == 0 ? line.Description
            : string.IsNullOrWhiteSpace(line.Description) ? line.Name
            : $"{line.Name}. {line.Description}";
        return (name, PlainText.Cut(full, LongestDescription).Head);
    }
}
