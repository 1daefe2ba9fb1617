using InvoiceSync.Audit;

namespace InvoiceSync.Tests.Audit;

public sealed class ExportPeriodTests
{
    [Theory]
    [InlineData(ExportRhythm.Daily, "2026-03-01", "2026-02-28", "2026-02-28")]
    [InlineData(ExportRhythm.Weekly, "2026-11-23", "2026-11-16", "2026-11-22")] // a Monday
    [InlineData(ExportRhythm.Weekly, "2026-11-22", "2026-11-09", "2026-11-15")] // the Sunday before: its week is not over
    [InlineData(ExportRhythm.Monthly, "2026-01-01", "2025-12-01", "2025-12-31")]
    [InlineData(ExportRhythm.Monthly, "2024-03-31", "2024-02-01", "2024-02-29")]
    public void The_period_that_is_over_ends_before_the_day(ExportRhythm rhythm, string today, string from, string to) =>
        Assert.Equal(new ExportPeriod(DateOnly.Parse(from, null), DateOnly.Parse(to, null)), ExportPeriod.Over(rhythm, DateOnly.Parse(today, null)));

    [Theory]
    [InlineData(ExportRhythm.Daily)]
    [InlineData(ExportRhythm.Weekly)]
    [InlineData(ExportRhythm.Monthly)]
    public void Periods_join_without_gap_or_overlap(ExportRhythm rhythm)
    {
        var period = ExportPeriod.Over(rhythm, new(2026, 11, 21));
        for (var back = 0; back < 60; back++)
        {
            var earlier = period.Earlier(rhythm);
            Assert.Equal(period.From, earlier.To.AddDays(1));
            period = earlier;
        }
    }
}
