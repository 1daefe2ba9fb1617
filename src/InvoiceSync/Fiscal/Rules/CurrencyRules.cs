using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Currency, and VAT in RON when it is another one. ANAF tests neither the sign nor the sum of BT-111.</summary>
static class CurrencyRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        if (!Codes.Currencies.Contains(document.Currency.Code)) yield return new("BR-CL-04", nameof(document.Currency), RuleKeys.CurrencyUnknown, document.Currency.Code);
        if (document.Currency == Currency.Ron) yield break;

        if (document.VatInRon is not { } ron)
        {
            yield return new("BR-53", nameof(document.VatInRon), RuleKeys.RonVatMissing, document.Currency.Code);
            yield break;
        }

        if (ron.Rate <= 0) yield return new("IS-042", "VatInRon.Rate", RuleKeys.ExchangeRateWrong, Figure.Of(ron.Rate));
        var expected = Currency.Ron.Round(document.Totals.Vat * ron.Rate);
        // Of what takes an invoice back the last part takes what rounding left of the others.
        if (Math.Abs(ron.Amount - expected) > (document.Corrects is null ? 0 : 0.01m)) yield return new("IS-041", "VatInRon.Amount", RuleKeys.RonVatWrong, $"{Figure.Of(ron.Amount)} ≠ {Figure.Of(document.Totals.Vat)} × {Figure.Of(ron.Rate)}");
    }
}
