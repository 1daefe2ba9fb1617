using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>
/// Only rates a Romanian seller may charge (<see cref="VatRates"/>). The day of supply decides, not the day of issue; we take
/// the end of the period supplied, else the issue date; of what takes an invoice back, that invoice's.
/// </summary>
static class RateRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var suppliedOn = document.PeriodEnd ?? document.Corrects?.IssuedOn ?? document.IssuedOn;
        var charged = document.Lines.Select((line, at) => ($"Lines[{at}].Rate", line.Category, line.Rate, line.PeriodEnd ?? suppliedOn))
            .Concat(document.Allowances.Select((allowance, at) => ($"Allowances[{at}].Rate", allowance.Category, allowance.Rate, suppliedOn)))
            .Concat(document.Charges.Select((charge, at) => ($"Charges[{at}].Rate", charge.Category, charge.Rate, suppliedOn)));
        foreach (var (field, category, rate, day) in charged)
        {
            if (category != VatCategory.S)
            {
                if (rate != 0) yield return new($"BR-{VatIds.Of(category)}-05", field, RuleKeys.RateForExempt, Figure.Of(rate));
            }
            else if (rate <= 0)
            {
                yield return new("BR-S-05", field, RuleKeys.RateMissing, Figure.Of(rate));
            }
            else if (!VatRates.On(day).Contains(rate))
            {
                yield return new("IS-032", field, RuleKeys.RateNotAllowed, $"{Figure.Of(rate)} %, {day:yyyy-MM-dd}");
            }
        }
    }
}
