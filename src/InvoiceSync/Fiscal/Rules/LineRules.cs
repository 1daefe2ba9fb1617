using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Each line and each charge by itself. ANAF does not test quantity × price; a tax inspector does.</summary>
static class LineRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var seen = new HashSet<string>();
        for (var at = 0; at < document.Lines.Count; at++)
        {
            var line = document.Lines[at];
            if (!seen.Add(line.Id)) yield return new("IS-020", $"Lines[{at}].Id", RuleKeys.LineIdRepeated, line.Id);
            foreach (var broken in Of(line, $"Lines[{at}]", document.Currency)) yield return broken;
        }

        for (var at = 0; at < document.Allowances.Count; at++)
            if (string.IsNullOrWhiteSpace(document.Allowances[at].Reason)) yield return new("BR-33", $"Allowances[{at}].Reason", RuleKeys.TextMissing);
        for (var at = 0; at < document.Charges.Count; at++)
            foreach (var broken in Of(document.Charges[at], $"Charges[{at}]", document.Currency)) yield return broken;
    }

    static IEnumerable<Broken> Of(Charge charge, string at, Currency currency)
    {
        if (string.IsNullOrWhiteSpace(charge.Reason) && string.IsNullOrWhiteSpace(charge.ReasonCode)) yield return new("BR-38", $"{at}.Reason", RuleKeys.TextMissing);
        if (!string.IsNullOrWhiteSpace(charge.ReasonCode) && !Codes.ChargeReasons.Contains(charge.ReasonCode)) yield return new("BR-CL-20", $"{at}.ReasonCode", RuleKeys.CodeUnknown, charge.ReasonCode);
        if (charge is { Percent: { } percent, Base: { } whole } && charge.Amount != currency.Round(whole * percent / 100))
            yield return new("IS-025", $"{at}.Amount", RuleKeys.ChargeWrong, $"{Figure.Of(charge.Amount)} ≠ {Figure.Of(whole)} × {Figure.Of(percent)} %");
    }

    static IEnumerable<Broken> Of(InvoiceLine line, string at, Currency currency)
    {
        if (string.IsNullOrWhiteSpace(line.Id)) yield return new("BR-21", $"{at}.Id", RuleKeys.TextMissing);
        if (PlainText.Length(line.Name) == 0) yield return new("BR-25", $"{at}.Name", RuleKeys.TextMissing);
        if (!Codes.Units.Contains(line.Unit)) yield return new("BR-CL-23", $"{at}.Unit", RuleKeys.UnitUnknown, line.Unit);
        if (line.PeriodEnd < line.PeriodStart) yield return new("BR-30", $"{at}.PeriodEnd", RuleKeys.PeriodReversed, $"{line.PeriodStart:yyyy-MM-dd} – {line.PeriodEnd:yyyy-MM-dd}");

        if (line.UnitPrice < 0) yield return new("BR-27", $"{at}.UnitPrice", RuleKeys.PriceNegative, Figure.Of(line.UnitPrice));
        // A discount lowers the line: it has the sign of the quantity.
        if (line.Discount * line.Quantity < 0) yield return new("IS-022", $"{at}.Discount", RuleKeys.DiscountWrong, Figure.Of(line.Discount));

        var net = currency.Round(line.Quantity * line.UnitPrice - line.Discount);
        if (line.Net != net) yield return new("IS-021", $"{at}.Net", RuleKeys.LineNetWrong,
            $"{Figure.Of(line.Net)} ≠ {Figure.Of(line.Quantity)} × {Figure.Of(line.UnitPrice)} − {Figure.Of(line.Discount)}");
    }
}
