namespace InvoiceSync.Sandbox.Bnr;

/// <summary>The days the national bank fixes rates on: Monday to Friday, public holidays (Labour Code art. 139) left out.</summary>
static class BankingDays
{
    static readonly (int Month, int Day)[] Fixed =
    [
        (1, 1), (1, 2), (1, 6), (1, 7), (1, 24), (5, 1), (6, 1), (8, 15), (11, 30), (12, 1), (12, 25), (12, 26),
    ];

    // Good Friday, Easter Monday and Whit Monday, counted from Orthodox Easter.
    static readonly int[] AroundEaster = [-2, 1, 50];

    public static bool Has(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Fixed.Contains((day.Month, day.Day))
        && !AroundEaster.Contains(day.DayNumber - Easter(day.Year).DayNumber);

    // Meeus' Julian Easter; the two calendars are 13 days apart until 2099.
    static DateOnly Easter(int year)
    {
        var d = (19 * (year % 19) + 15) % 30;
        var e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        var month = (d + e + 114) / 31;
        var day = (d + e + 114) % 31 + 1;
        return new DateOnly(year, month, day).AddDays(13);
    }
}
