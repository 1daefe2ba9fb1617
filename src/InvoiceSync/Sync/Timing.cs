namespace InvoiceSync.Sync;

/// <summary>
/// When something runs, by a company's own clock: each day, on a weekday, or on a day of the month that every month has. A time the clocks
/// skip in spring comes as much later; one they show twice in autumn counts the first time.
/// </summary>
public sealed record Timing(TimingCycle Cycle, TimeOnly At, DayOfWeek Weekday = DayOfWeek.Sunday, int MonthDay = 1)
{
    public const int LastMonthDay = 28;

    public bool IsValid => Enum.IsDefined(Cycle) && Enum.IsDefined(Weekday) && MonthDay is >= 1 and <= LastMonthDay && At.Ticks % TimeSpan.TicksPerMinute == 0;

    public static Timing Usual(TimetableKind kind) => kind switch
    {
        TimetableKind.Daily => new(TimingCycle.Daily, new(2, 0)),
        TimetableKind.Customers => new(TimingCycle.Weekly, new(3, 0)),
        _ => new(TimingCycle.Monthly, new(4, 0)),
    };

    /// <summary>The first time after a moment.</summary>
    public DateTimeOffset Next(DateTimeOffset after, TimeZoneInfo zone)
    {
        for (var day = DayOf(after, zone).AddDays(-1); ; day = day.AddDays(1))
            if (FallsOn(day) && MomentOf(day, zone) is var at && at > after) return at;
    }

    /// <summary>The last time up to a moment, that moment included.</summary>
    public DateTimeOffset Latest(DateTimeOffset upTo, TimeZoneInfo zone)
    {
        for (var day = DayOf(upTo, zone).AddDays(1); ; day = day.AddDays(-1))
            if (FallsOn(day) && MomentOf(day, zone) is var at && at <= upTo) return at;
    }

    bool FallsOn(DateOnly day) => Cycle switch
    {
        TimingCycle.Daily => true,
        TimingCycle.Weekly => day.DayOfWeek == Weekday,
        _ => day.Day == MonthDay,
    };

    DateTimeOffset MomentOf(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(At);
        // No clock has ever skipped more than a day half: what held the day before holds until the skip.
        var offset = zone.IsInvalidTime(local) ? zone.GetUtcOffset(local.AddHours(-12))
            : zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max()
            : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    static DateOnly DayOf(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
