using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>
/// The days a schedule makes invoices on: from the first, every so many weeks, months, quarters or years, until a day or so
/// many. They are days of the company's calendar, so no clock change moves one. LastDay is the last of each month.
/// </summary>
public sealed record ScheduleTerms(DateOnly First, int Every, ScheduleUnit Unit, bool LastDay = false, DateOnly? Until = null, int? Count = null)
{
    const int MostEvery = 99;
    const int MostCount = 1_000;

    // Some thousand years: before the calendar itself ends.
    const int LongestDays = 1_000_000;
    const int LongestMonths = 30_000;

    /// <summary>
    /// The day of a period, counted from 0; null after the end. Each is counted from the first and not from the one before:
    /// 31 January, 28 February, 31 March.
    /// </summary>
    public DateOnly? DayOf(int period)
    {
        if (period >= Count || 7 * Every * period > LongestDays || Months * period > LongestMonths) return null;
        var day = Unit == ScheduleUnit.Weeks ? First.AddDays(7 * Every * period) : InMonth(First.AddDays(1 - First.Day).AddMonths(Months * period));
        return day > Until ? null : day;
    }

    /// <summary>The days of this period and those after it.</summary>
    public IEnumerable<DateOnly> From(int period)
    {
        while (DayOf(period++) is { } day) yield return day;
    }

    /// <summary>Whether both fall on the same days, wherever they end.</summary>
    internal bool SameDays(ScheduleTerms other) => (First, Every, Unit, LastDay) == (other.First, other.Every, other.Unit, other.LastDay);

    internal void Check(DateOnly today)
    {
        Rule.Require(Every is >= 1 and <= MostEvery && Enum.IsDefined(Unit), ScheduleErrors.EveryInvalid);
        Rule.Require(First >= today && First <= today.AddYears(5), ScheduleErrors.FirstInvalid);
        CheckEnd();
    }

    internal void CheckEnd()
    {
        Rule.Require(Until is null || Until >= First, ScheduleErrors.UntilInvalid);
        Rule.Require(Count is null or (>= 1 and <= MostCount), ScheduleErrors.CountInvalid);
    }

    int Months => Unit switch { ScheduleUnit.Months => Every, ScheduleUnit.Quarters => 3 * Every, ScheduleUnit.Years => 12 * Every, _ => 0 };

    DateOnly InMonth(DateOnly firstOfMonth)
    {
        var last = DateTime.DaysInMonth(firstOfMonth.Year, firstOfMonth.Month);
        return firstOfMonth.AddDays((LastDay ? last : Math.Min(First.Day, last)) - 1);
    }
}
