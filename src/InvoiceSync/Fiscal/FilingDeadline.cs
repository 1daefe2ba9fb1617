namespace InvoiceSync.Fiscal;

/// <summary>
/// Until when an invoice must be with ANAF: the end of the fifth working day after issue (OUG 89/2025, since 1 Jan 2026),
/// by the clock of Bucharest. LastDay is that day, At the first instant too late.
/// </summary>
public readonly record struct FilingDeadline(DateOnly LastDay, DateTimeOffset At)
{
    const int Days = 5;

    static readonly TimeZoneInfo Bucharest = TimeZoneInfo.FindSystemTimeZoneById("Europe/Bucharest");

    public static FilingDeadline For(DateOnly issuedOn)
    {
        var last = WorkingDays.After(issuedOn, Days);
        return new(last, Midnight(last.AddDays(1)));
    }

    /// <summary>The legal date in Bucharest at an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Bucharest).DateTime);

    /// <summary>Working days that remain after today: 5 on the day of issue, 0 on the last day, negative when late.</summary>
    public int WorkingDaysLeft(DateTimeOffset now) => WorkingDays.Left(DayOf(now), LastDay);

    public bool IsMissed(DateTimeOffset now) => now >= At;

    // Midnight is never inside a clock change there: those happen at 3 and 4 in the morning.
    static DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Bucharest.GetUtcOffset(local)).ToUniversalTime();
    }
}
