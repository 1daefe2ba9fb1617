using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>The VAT breakdown (BG-23) against lines, allowances and charges, with ANAF's tolerances: below 1.00 for S, none for the others.</summary>
static class VatRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        if (document.Vat.Count == 0) yield return new("BR-CO-18", nameof(document.Vat), RuleKeys.BreakdownMissing);

        var used = document.Lines.Select(line => (line.Category, line.Rate)).Concat(document.Allowances.Select(a => (a.Category, a.Rate))).Concat(document.Charges.Select(c => (c.Category, c.Rate))).Distinct();
        foreach (var (category, rate) in used)
            if (!document.Vat.Any(row => row.Category == category && row.Rate == rate))
                yield return new($"BR-{VatIds.Of(category)}-{(category == VatCategory.S ? "08" : "01")}", nameof(document.Vat), RuleKeys.BreakdownMissing, $"{category} {Figure.Of(rate)} %");

        for (var at = 0; at < document.Vat.Count; at++)
        {
            var row = document.Vat[at];
            if (document.Vat.Take(at).Any(other => other.Category == row.Category && other.Rate == row.Rate))
                yield return new("IS-030", $"Vat[{at}]", RuleKeys.BreakdownRepeated, $"{row.Category} {Figure.Of(row.Rate)} %");
            foreach (var broken in Of(document, row, $"Vat[{at}]")) yield return broken;
        }
    }

    static IEnumerable<Broken> Of(InvoiceDocument document, VatBreakdown row, string at)
    {
        var id = VatIds.Of(row.Category);
        var isTaxed = row.Category == VatCategory.S;

        var summed = document.Lines.Where(line => line.Category == row.Category && line.Rate == row.Rate).Sum(line => line.Net)
            - document.Allowances.Where(a => a.Category == row.Category && a.Rate == row.Rate).Sum(a => a.Amount)
            + document.Charges.Where(c => c.Category == row.Category && c.Rate == row.Rate).Sum(c => c.Amount);
        if (isTaxed ? Math.Abs(row.TaxableAmount - summed) >= 1 : row.TaxableAmount != summed)
            yield return new($"BR-{id}-08", $"{at}.TaxableAmount", RuleKeys.VatBaseWrong, $"{Figure.Of(row.TaxableAmount)} ≠ {Figure.Of(summed)}");

        // ANAF compares absolute values; tax of the other sign than its base is wrong all the same.
        var due = row.TaxableAmount * row.Rate / 100;
        if (isTaxed ? Math.Abs(row.Tax - document.Currency.Round(due)) >= 1 : row.Tax != 0)
            yield return new($"BR-{id}-09", $"{at}.Tax", RuleKeys.VatAmountWrong, $"{Figure.Of(row.Tax)} ≠ {Figure.Of(row.TaxableAmount)} × {Figure.Of(row.Rate)} %");
        else if (row.Tax * row.TaxableAmount < 0)
            yield return new("IS-034", $"{at}.Tax", RuleKeys.VatAmountWrong, $"{Figure.Of(row.TaxableAmount)}, {Figure.Of(row.Tax)}");

        var hasReason = !string.IsNullOrWhiteSpace(row.ExemptionCode) || !string.IsNullOrWhiteSpace(row.ExemptionReason);
        var needsReason = row.Category is not (VatCategory.S or VatCategory.Z);
        if (needsReason && !hasReason) yield return new($"BR-{id}-10", $"{at}.ExemptionReason", RuleKeys.ReasonMissing);
        if (!needsReason && hasReason) yield return new($"BR-{id}-10", $"{at}.ExemptionReason", RuleKeys.ReasonNotAllowed);
        if (!string.IsNullOrWhiteSpace(row.ExemptionCode) && !Codes.Exemptions.Contains(row.ExemptionCode))
            yield return new("BR-CL-22", $"{at}.ExemptionCode", RuleKeys.ExemptionUnknown, row.ExemptionCode);
    }
}
