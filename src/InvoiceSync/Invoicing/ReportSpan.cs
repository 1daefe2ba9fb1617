using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing;

/// <summary>The days a report may cover: at most ten years, and by days at most a year and a day.</summary>
public static class ReportSpan
{
    public static void Check(DateOnly from, DateOnly to, ReportStep step)
    {
        Rule.Require(from <= to, ReportErrors.PeriodInvalid);
        Rule.Require(to.DayNumber - from.DayNumber <= (step == ReportStep.Day ? 366 : 3660), ReportErrors.PeriodTooLong);
    }

    /// <summary>The first day of the month a day is in, by which sums of months are kept.</summary>
    public static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The whole months that hold these days.</summary>
    public static (DateOnly From, DateOnly To) Months(DateOnly from, DateOnly to) => (MonthOf(from), MonthOf(to).AddMonths(1).AddDays(-1));
}
