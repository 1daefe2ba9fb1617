namespace InvoiceSync.Sandbox.Bnr;

/// <summary>Made-up rates near the real ones of 2026: the same day gives the same rate in every world, and every day another.</summary>
static class PracticeRates
{
    /// <summary>In the order and with the multipliers of the bank's own file.</summary>
    public static readonly IReadOnlyList<(string Currency, int Multiplier, double Around)> Quoted =
    [
        ("AED", 1, 1.2032), ("AUD", 1, 2.8714), ("BRL", 1, 0.8210), ("CAD", 1, 3.1547), ("CHF", 1, 5.4471), ("CNY", 1, 0.6218),
        ("CZK", 1, 0.2096), ("DKK", 1, 0.6819), ("EGP", 1, 0.0928), ("EUR", 1, 5.0917), ("GBP", 1, 5.8325), ("HUF", 100, 1.3106),
        ("INR", 1, 0.0496), ("JPY", 100, 2.8534), ("KRW", 100, 0.3042), ("MDL", 1, 0.2598), ("MXN", 1, 0.2391), ("NOK", 1, 0.4359),
        ("NZD", 1, 2.5218), ("PLN", 1, 1.1983), ("RSD", 1, 0.0435), ("SEK", 1, 0.4627), ("TRY", 1, 0.1044), ("UAH", 1, 0.1051),
        ("USD", 1, 4.4193), ("ZAR", 1, 0.2547),
    ];

    /// <summary>RON for "multiplier" units, four decimals as the bank prints them.</summary>
    public static decimal On(DateOnly day, string currency)
    {
        var at = Quoted.Index().Single(quote => quote.Item.Currency == currency);
        var wave = 0.012 * Math.Sin((day.DayNumber + 37 * at.Index) / 41.0) + 0.002 * Math.Sin(day.DayNumber * 1.7 + at.Index);
        return Math.Round((decimal)(at.Item.Around * (1 + wave)), 4);
    }
}
