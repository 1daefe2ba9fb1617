using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Fiscal;

public sealed class FilingDeadlineTests
{
    [Theory]
    [InlineData("2026-11-20", "2026-11-27")] // Friday: 23, 24, 25, 26, 27
    [InlineData("2026-11-27", "2026-12-08")] // 30 Nov and 1 Dec are holidays: 2, 3, 4, 7, 8
    [InlineData("2026-04-09", "2026-04-20")] // Good Friday the 10th, Easter Monday the 13th: 14, 15, 16, 17, 20
    [InlineData("2026-11-21", "2026-11-27")] // issued on a Saturday
    public void Five_working_days_follow_the_day_of_issue(string issued, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), FilingDeadline.For(DateOnly.Parse(issued, null)).LastDay);

    [Theory]
    [InlineData("2026-11-20", "2026-10-05", "2026-11-20")] // issued late: to be issued by 15 Nov, then 16, 17, 18, 19, 20
    [InlineData("2026-11-20", "2026-11-03", "2026-11-27")] // issued in time: what counts is the day of issue
    [InlineData("2026-11-20", "2026-12-31", "2026-11-27")] // paid ahead
    [InlineData("2026-01-31", "2025-12-31", "2026-01-22")] // 16, 19, 20, 21, 22
    public void Issuing_late_gives_no_more_time_than_issuing_on_the_last_day_the_law_gave(string issued, string supplied, string last) =>
        Assert.Equal(DateOnly.Parse(last, null), FilingDeadline.For(DateOnly.Parse(issued, null), DateOnly.Parse(supplied, null)).LastDay);

    [Theory]
    [InlineData("2026-11-27", "2026-11-23")]
    [InlineData("2026-12-08", "2026-12-02")]
    [InlineData("2026-04-20", "2026-04-14")]
    [InlineData("2025-12-24", "2025-12-20")] // calendar days then
    [InlineData("2026-01-05", "2026-01-01")] // issued on 31 December
    public void The_five_days_go_back_from_the_last_one(string last, string first)
    {
        var span = FilingDeadline.Span(DateOnly.Parse(last, null));
        Assert.Equal((DateOnly.Parse(first, null), DateOnly.Parse(last, null)), (FilingDeadline.DayOf(span.Start), FilingDeadline.DayOf(span.End.AddSeconds(-1))));
        Assert.NotEqual(FilingDeadline.DayOf(span.Start), FilingDeadline.DayOf(span.Start.AddSeconds(-1)));
    }

    [Fact]
    public void Until_2025_the_five_days_were_calendar_days() => Assert.Equal(new(2025, 12, 24), FilingDeadline.For(new(2025, 12, 19)).LastDay);

    [Fact]
    public void The_deadline_is_midnight_in_Bucharest_in_winter_and_summer()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 22, 0, 0, TimeSpan.Zero), FilingDeadline.For(new(2026, 11, 20)).At);
        Assert.Equal(new DateTimeOffset(2026, 7, 10, 21, 0, 0, TimeSpan.Zero), FilingDeadline.For(new(2026, 7, 3)).At);
    }

    [Fact]
    public void It_is_missed_from_midnight_on_and_not_a_second_before()
    {
        var deadline = FilingDeadline.For(new(2026, 11, 20));
        Assert.False(deadline.IsMissed(deadline.At.AddSeconds(-1)));
        Assert.True(deadline.IsMissed(deadline.At));
    }

    [Fact]
    public void Days_left_count_down_by_the_calendar_of_Bucharest()
    {
        var deadline = FilingDeadline.For(new(2026, 11, 20));
        Assert.Equal(5, deadline.WorkingDaysLeft(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal(5, deadline.WorkingDaysLeft(new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal(0, deadline.WorkingDaysLeft(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero)));
        Assert.Equal(-1, deadline.WorkingDaysLeft(new(2026, 12, 2, 12, 0, 0, TimeSpan.Zero))); // two holidays do not count
        Assert.Equal(4, deadline.WorkingDaysLeft(new(2026, 11, 22, 23, 0, 0, TimeSpan.Zero))); // already Monday there
    }
}
