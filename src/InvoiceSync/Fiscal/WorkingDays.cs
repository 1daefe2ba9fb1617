namespace InvoiceSync.Fiscal;

/// <summary>
/// Romanian working days: not Saturdays, Sundays or the public holidays of the Labour Code art. 139, of which Good Friday,
/// Easter and Pentecost follow the Orthodox calendar. Days one employer frees are working days for ANAF.
/// </summary>
public static class WorkingDays
{
    static readonly (int Month, int Day)[] Fixed =
    [
        (1, 1), (1, 2), (1, 6), (1, 7), (1, 24), (5, 1), (6, 1), (8, 15), (11, 30), (12, 1), (12, 25), (12, 26),
    ];

    public static bool IsHoliday(DateOnly day)
    {
        if (Array.IndexOf(Fixed, (day.Month, day.Day)) >= 0) return true;
        // Days from Easter Sunday: Good Friday, the two days of Easter, the two of Pentecost.
        return (day.DayNumber - OrthodoxEaster(day.Year).DayNumber) is -2 or 0 or 1 or 49 or 50;
    }

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    /// <summary>The working day that comes count working days after the given day, which is not counted (Regulation 1182/71).</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
            if (IsWorkingDay(day = day.AddDays(1))) count--;
        return day;
    }

    /// <summary>The working day that comes count working days before the given one.</summary>
    public static DateOnly Before(DateOnly day, int count)
    {
        while (count > 0)
            if (IsWorkingDay(day = day.AddDays(-1))) count--;
        return day;
    }

    /// <summary>How many working days follow today up to and with the last one; negative when it has passed.</summary>
    public static int Left(DateOnly today, DateOnly last)
    {
        if (today > last) return -Left(last, today);
        var count = 0;
        for (var day = today; day < last;)
            if (IsWorkingDay(day = day.AddDays(1))) count++;
        return count;
    }

    /// <summary>Meeus' Julian algorithm, moved to the Gregorian calendar: 13 days, right for 1900 to 2099. 2026 gives 12 April.</summary>
    public static DateOnly OrthodoxEaster(int year)
    {
        var moon = (19 * (year % 19) + 15) % 30;
        var sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var days = moon + sunday + 114;
        return new DateOnly(year, days / 31, days % 31 + 1).AddDays(13);
    }
}
