using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>
/// The rates a Romanian seller may charge: 21 and 11 since 1 Aug 2025 (Law 141/2025), 19, 9 and 5 before. The day of supply
/// decides, not the day of issue; we take the end of the period supplied, else the issue date.
/// </summary>
static class RateRules
{
    static readonly DateOnly Since = new(2025, 8, 1);
    static readonly decimal[] New = [21, 11];
    static readonly decimal[] Old = [19, 9, 5];

    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var suppliedOn = document.PeriodEnd ?? document.IssuedOn;
        var charged = document.Lines.Select((line, at) => ($"Lines[{at}].Rate", line.Category, line.Rate, line.PeriodEnd ?? suppliedOn))
            .Concat(document.Allowances.Select((allowance, at) => ($"Allowances[{at}].Rate", allowance.Category, allowance.Rate, suppliedOn)));
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
            else if (!(day < Since ? Old : New).Contains(rate))
            {
                yield return new("IS-032", field, RuleKeys.RateNotAllowed, $"{Figure.Of(rate)} %, {day:yyyy-MM-dd}");
            }
        }
    }
}
