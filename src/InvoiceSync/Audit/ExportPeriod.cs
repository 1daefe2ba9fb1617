namespace InvoiceSync.Audit;

/// <summary>
/// Whole days of the company's calendar, the last one included. The instants they begin at are asked of the time zone day by
/// day, so a day of 23 or 25 hours is one day.
/// </summary>
public sealed record ExportPeriod(DateOnly From, DateOnly To)
{
    const int Week = 7;

    /// <summary>The last one that is over when this day begins.</summary>
    public static ExportPeriod Over(ExportRhythm rhythm, DateOnly today) => rhythm switch
    {
        ExportRhythm.Daily => new(today.AddDays(-1), today.AddDays(-1)),
        ExportRhythm.Weekly => new(Monday(today).AddDays(-Week), Monday(today).AddDays(-1)),
        _ => new(First(today).AddMonths(-1), First(today).AddDays(-1)),
    };

    public ExportPeriod Earlier(ExportRhythm rhythm) => Over(rhythm, From);

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + Week - 1) % Week));

    static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
}
