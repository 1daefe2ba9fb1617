namespace InvoiceSync.Fiscal;

/// <summary>
/// Until when an invoice must be with ANAF: the end of the fifth working day after issue (OUG 89/2025, since 1 Jan 2026), and
/// after the last day the law gave to issue it. By the clock of Bucharest: LastDay is that day, At the first instant too late.
/// </summary>
public readonly record struct FilingDeadline(DateOnly LastDay, DateTimeOffset At)
{
    /// <summary>Working days to file, and until 2025 calendar days.</summary>
    public const int Days = 5;

    static readonly DateOnly WorkingDaysCount = new(2026, 1, 1);
    static readonly TimeZoneInfo Bucharest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    /// <summary>SuppliedOn is the day of the supply where it is another month's: issuing late does not give more time.</summary>
    public static FilingDeadline For(DateOnly issuedOn, DateOnly? suppliedOn = null)
    {
        var last = LastDayAfter(issuedOn);
        if (suppliedOn is { } supplied && LastDayAfter(IssueLimit(supplied)) is var latest && latest < last) last = latest;
        return new(last, Midnight(last.AddDays(1)));
    }

    /// <summary>The five days that end with this one: from their first instant to the first that is too late.</summary>
    public static (DateTimeOffset Start, DateTimeOffset End) Span(DateOnly lastDay)
    {
        var first = lastDay.AddDays(1 - Days) <= WorkingDaysCount ? lastDay.AddDays(1 - Days) : WorkingDays.Before(lastDay, Days - 1);
        return (Midnight(first), Midnight(lastDay.AddDays(1)));
    }

    /// <summary>The legal date in Bucharest at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Bucharest).DateTime);

    /// <summary>Working days that remain after today: 5 on the day of issue, 0 on the last day, negative when late.</summary>
    public int WorkingDaysLeft(DateTimeOffset now) => WorkingDays.Left(DayOf(now), LastDay);

    public bool IsMissed(DateTimeOffset now) => now >= At;

    // Until 2025 five calendar days, whatever days they were.
    static DateOnly LastDayAfter(DateOnly day) => day < WorkingDaysCount ? day.AddDays(Days) : WorkingDays.After(day, Days);

    // Fiscal Code art. 319 (16): the 15th of the month after the one of the supply.
    static DateOnly IssueLimit(DateOnly supplied) => new DateOnly(supplied.Year, supplied.Month, 15).AddMonths(1);

    // Midnight is never inside a clock change there: those happen at 3 and 4 in the morning.
    static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Bucharest.GetUtcOffset(local)).ToUniversalTime();
    }
}
