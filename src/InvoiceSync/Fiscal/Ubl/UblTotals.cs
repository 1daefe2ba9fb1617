using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Ubl;

/// <summary>Document allowances (BG-20) and charges (BG-21), VAT breakdown (BG-23) and totals (BG-22).</summary>
static class UblTotals
{
    public const int LongestReason = 100; // BR-RO-L1017, L1019, L1022

    public static void Allowances(ref Utf8Xml xml, InvoiceDocument document, UblCurrency currency)
    {
        foreach (var allowance in document.Allowances)
        {
            // 95 in UNTDID 5189 is a discount, the only kind of allowance we know.
            xml.Element("<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator><cbc:AllowanceChargeReasonCode>95</cbc:AllowanceChargeReasonCode><cbc:AllowanceChargeReason>"u8,
                PlainText.Cut(allowance.Reason, LongestReason).Head, "</cbc:AllowanceChargeReason>"u8);
            currency.Amount(ref xml, "<cbc:Amount"u8, allowance.Amount, "</cbc:Amount><cac:TaxCategory>"u8);
            UblCategory.Write(ref xml, allowance.Category, allowance.Rate);
            xml.Markup("</cac:TaxCategory></cac:AllowanceCharge>"u8);
        }
    }

    public static void Charges(ref Utf8Xml xml, InvoiceDocument document, UblCurrency currency)
    {
        foreach (var charge in document.Charges)
        {
            xml.Markup("<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>"u8);
            xml.Optional("<cbc:AllowanceChargeReasonCode>"u8, charge.ReasonCode, "</cbc:AllowanceChargeReasonCode>"u8);
            xml.Optional("<cbc:AllowanceChargeReason>"u8, PlainText.Cut(charge.Reason, LongestReason).Head, "</cbc:AllowanceChargeReason>"u8);
            if (charge.Percent is { } percent)
            {
                xml.Markup("<cbc:MultiplierFactorNumeric>"u8);
                xml.Number(percent);
                xml.Markup("</cbc:MultiplierFactorNumeric>"u8);
            }

            currency.Amount(ref xml, "<cbc:Amount"u8, charge.Amount, "</cbc:Amount>"u8);
            if (charge.Base is { } whole) currency.Amount(ref xml, "<cbc:BaseAmount"u8, whole, "</cbc:BaseAmount>"u8);
            xml.Markup("<cac:TaxCategory>"u8);
            UblCategory.Write(ref xml, charge.Category, charge.Rate);
            xml.Markup("</cac:TaxCategory></cac:AllowanceCharge>"u8);
        }
    }

    public static void Vat(ref Utf8Xml xml, InvoiceDocument document, UblCurrency currency)
    {
        currency.Amount(ref xml, "<cac:TaxTotal><cbc:TaxAmount"u8, document.Totals.Vat, "</cbc:TaxAmount>"u8);
        foreach (var row in document.Vat)
        {
            currency.Amount(ref xml, "<cac:TaxSubtotal><cbc:TaxableAmount"u8, row.TaxableAmount, "</cbc:TaxableAmount>"u8);
            currency.Amount(ref xml, "<cbc:TaxAmount"u8, row.Tax, "</cbc:TaxAmount><cac:TaxCategory>"u8);
            UblCategory.Write(ref xml, row.Category, row.Rate, row.ExemptionCode, row.ExemptionReason);
            xml.Markup("</cac:TaxCategory></cac:TaxSubtotal>"u8);
        }

        xml.Markup("</cac:TaxTotal>"u8);

        // BT-111. A RON invoice has one total only: a second one in RON breaks BR-CO-15.
        if (document.VatInRon is { } ron && document.Currency != Currency.Ron)
            UblCurrency.Ron.Amount(ref xml, "<cac:TaxTotal><cbc:TaxAmount"u8, ron.Amount, "</cbc:TaxAmount></cac:TaxTotal>"u8);
    }

    public static void Money(ref Utf8Xml xml, InvoiceTotals totals, UblCurrency currency)
    {
        currency.Amount(ref xml, "<cac:LegalMonetaryTotal><cbc:LineExtensionAmount"u8, totals.LineNet, "</cbc:LineExtensionAmount>"u8);
        currency.Amount(ref xml, "<cbc:TaxExclusiveAmount"u8, totals.TaxExclusive, "</cbc:TaxExclusiveAmount>"u8);
        currency.Amount(ref xml, "<cbc:TaxInclusiveAmount"u8, totals.TaxInclusive, "</cbc:TaxInclusiveAmount>"u8);
        if (totals.Allowances != 0) currency.Amount(ref xml, "<cbc:AllowanceTotalAmount"u8, totals.Allowances, "</cbc:AllowanceTotalAmount>"u8);
        if (totals.Charges != 0) currency.Amount(ref xml, "<cbc:ChargeTotalAmount"u8, totals.Charges, "</cbc:ChargeTotalAmount>"u8);
        if (totals.Paid != 0) currency.Amount(ref xml, "<cbc:PrepaidAmount"u8, totals.Paid, "</cbc:PrepaidAmount>"u8);
        currency.Amount(ref xml, "<cbc:PayableAmount"u8, totals.Payable, "</cbc:PayableAmount></cac:LegalMonetaryTotal>"u8);
    }
}
