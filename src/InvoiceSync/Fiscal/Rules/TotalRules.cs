using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>The sums of BG-22, exact to the cent, as ANAF tests them.</summary>
static class TotalRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var totals = document.Totals;
        (string Rule, string Field, string Key, decimal Stated, decimal Summed)[] sums =
        [
            ("BR-CO-10", nameof(totals.LineNet), RuleKeys.TotalOfLinesWrong, totals.LineNet, document.Lines.Sum(line => line.Net)),
            ("BR-CO-11", nameof(totals.Allowances), RuleKeys.TotalOfAllowancesWrong, totals.Allowances, document.Allowances.Sum(allowance => allowance.Amount)),
            ("BR-CO-12", nameof(totals.Charges), RuleKeys.TotalOfChargesWrong, totals.Charges, document.Charges.Sum(charge => charge.Amount)),
            ("BR-CO-13", nameof(totals.TaxExclusive), RuleKeys.TotalWithoutVatWrong, totals.TaxExclusive, totals.LineNet - totals.Allowances + totals.Charges),
            ("BR-CO-14", nameof(totals.Vat), RuleKeys.TotalOfVatWrong, totals.Vat, document.Vat.Sum(row => row.Tax)),
            ("BR-CO-15", nameof(totals.TaxInclusive), RuleKeys.TotalWithVatWrong, totals.TaxInclusive, totals.TaxExclusive + totals.Vat),
            ("BR-CO-16", nameof(totals.Payable), RuleKeys.PayableWrong, totals.Payable, totals.TaxInclusive - totals.Paid),
        ];
        return from sum in sums
               where sum.Stated != sum.Summed
               select new Broken(sum.Rule, $"Totals.{sum.Field}", sum.Key, $"{Figure.Of(sum.Stated)} ≠ {Figure.Of(sum.Summed)}");
    }
}
