using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>
/// Only rates a Romanian seller may charge (<see cref="VatRates"/>). The days of supply decide; the day of issue only where none are
/// told or they are not over; of what takes an invoice back, that invoice's.
/// </summary>
static class RateRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var issuedOn = document.Corrects?.IssuedOn ?? document.IssuedOn;
        var (start, end) = (document.PeriodStart ?? document.PeriodEnd, document.PeriodEnd ?? document.PeriodStart);
        var charged = document.Lines.Select((line, at) => ($"Lines[{at}].Rate", line.Category, line.Rate, From: line.PeriodStart ?? start, To: line.PeriodEnd ?? end))
            .Concat(document.Allowances.Select((allowance, at) => ($"Allowances[{at}].Rate", allowance.Category, allowance.Rate, From: start, To: end)))
            .Concat(document.Charges.Select((charge, at) => ($"Charges[{at}].Rate", charge.Category, charge.Rate, From: start, To: end)));
        foreach (var (field, category, rate, from, to) in charged)
        {
            if (category != VatCategory.S)
            {
                if (rate != 0) yield return new($"BR-{VatIds.Of(category)}-05", field, RuleKeys.RateForExempt, Figure.Of(rate));
            }
            else if (rate <= 0)
            {
                yield return new("BR-S-05", field, RuleKeys.RateMissing, Figure.Of(rate));
            }
            else if (!VatRates.Allow(rate, from, to, issuedOn))
            {
                yield return new("IS-032", field, RuleKeys.RateNotAllowed, $"{Figure.Of(rate)} %, {to ?? issuedOn:yyyy-MM-dd}");
            }
        }
    }
}
