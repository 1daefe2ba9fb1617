namespace InvoiceSync.Invoicing;

/// <summary>
/// Romania's VAT rates in percent by day of supply: 21 and 11 since 1 Aug 2025 (Law 141/2025), 19, 9 and 5 before (Law
/// 227/2015). A change of law is a new row; what was issued keeps its rates.
/// </summary>
public static class VatRates
{
    static readonly (DateOnly Since, decimal[] Rates)[] Dated =
    [
        (new(2025, 8, 1), [21, 11]),
        (new(2017, 1, 1), [19, 9, 5]),
        (new(2016, 1, 1), [20, 9, 5]),
    ];

    /// <summary>The rates of a day, the standard one first; those of 2016 for earlier days.</summary>
    public static IReadOnlyList<decimal> On(DateOnly suppliedOn) =>
        Dated.FirstOrDefault(row => row.Since <= suppliedOn, Dated[^1]).Rates;

    /// <summary>Whether a rate fits a supply. What is still going on when it is invoiced may bear the rate of that day: an advance is taxed when asked for.</summary>
    public static bool Allow(decimal rate, DateOnly? from, DateOnly? to, DateOnly issuedOn)
    {
        var last = to ?? from ?? issuedOn;
        return On(last).Contains(rate) || On(from ?? last).Contains(rate) || (last >= issuedOn && On(issuedOn).Contains(rate));
    }
}
