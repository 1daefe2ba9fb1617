using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>No amount is finer than two decimals (BR-DEC-…), nor than the coins of its currency. Unit prices and quantities are free.</summary>
static class DecimalRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document) =>
        from amount in Amounts(document)
        let digits = Math.Min(amount.Decimals, 2)
        where decimal.Round(amount.Value, digits) != amount.Value
        select new Broken(decimal.Round(amount.Value, 2) != amount.Value ? amount.Rule : "IS-023", amount.Field, RuleKeys.AmountTooFine, Figure.Of(amount.Value));

    static IEnumerable<(string Rule, string Field, decimal Value, int Decimals)> Amounts(InvoiceDocument document)
    {
        var decimals = document.Currency.Decimals;
        for (var at = 0; at < document.Lines.Count; at++)
        {
            yield return ("BR-DEC-23", $"Lines[{at}].Net", document.Lines[at].Net, decimals);
            yield return ("BR-DEC-24", $"Lines[{at}].Discount", document.Lines[at].Discount, decimals);
        }

        for (var at = 0; at < document.Allowances.Count; at++) yield return ("BR-DEC-01", $"Allowances[{at}].Amount", document.Allowances[at].Amount, decimals);
        for (var at = 0; at < document.Charges.Count; at++)
        {
            yield return ("BR-DEC-05", $"Charges[{at}].Amount", document.Charges[at].Amount, decimals);
            yield return ("BR-DEC-06", $"Charges[{at}].Base", document.Charges[at].Base ?? 0, decimals);
        }

        for (var at = 0; at < document.Vat.Count; at++)
        {
            yield return ("BR-DEC-19", $"Vat[{at}].TaxableAmount", document.Vat[at].TaxableAmount, decimals);
            yield return ("BR-DEC-20", $"Vat[{at}].Tax", document.Vat[at].Tax, decimals);
        }

        yield return ("BR-DEC-09", "Totals.LineNet", document.Totals.LineNet, decimals);
        yield return ("BR-DEC-10", "Totals.Allowances", document.Totals.Allowances, decimals);
        yield return ("BR-DEC-11", "Totals.Charges", document.Totals.Charges, decimals);
        yield return ("BR-DEC-12", "Totals.TaxExclusive", document.Totals.TaxExclusive, decimals);
        yield return ("BR-DEC-13", "Totals.Vat", document.Totals.Vat, decimals);
        yield return ("BR-DEC-14", "Totals.TaxInclusive", document.Totals.TaxInclusive, decimals);
        yield return ("BR-DEC-16", "Totals.Paid", document.Totals.Paid, decimals);
        yield return ("BR-DEC-18", "Totals.Payable", document.Totals.Payable, decimals);
        if (document.VatInRon is { } ron) yield return ("BR-DEC-15", "VatInRon.Amount", ron.Amount, Currency.Ron.Decimals);
    }
}
