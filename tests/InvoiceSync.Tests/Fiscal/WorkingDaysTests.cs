using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Fiscal;

public sealed class WorkingDaysTests
{
    [Theory]
    [InlineData(2023, 4, 16)]
    [InlineData(2024, 5, 5)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 12)]
    [InlineData(2027, 5, 2)]
    [InlineData(2028, 4, 16)]
    public void Orthodox_Easter_falls_where_the_church_keeps_it(int year, int month, int day) =>
        Assert.Equal(new DateOnly(year, month, day), WorkingDays.OrthodoxEaster(year));

    [Fact]
    public void Easter_is_a_Sunday_for_two_centuries() =>
        Assert.All(Enumerable.Range(1900, 200), year => Assert.Equal(DayOfWeek.Sunday, WorkingDays.OrthodoxEaster(year).DayOfWeek));

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-06")]
    [InlineData("2026-01-07")]
    [InlineData("2026-01-24")]
    [InlineData("2026-04-10")]
    [InlineData("2026-04-13")]
    [InlineData("2026-05-01")]
    [InlineData("2026-06-01")]
    [InlineData("2027-06-21")] // Pentecost Monday
    [InlineData("2026-08-15")]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-01")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-26")]
    public void Public_holidays_are_not_worked(string day)
    {
        Assert.True(WorkingDays.IsHoliday(DateOnly.Parse(day, null)));
        Assert.False(WorkingDays.IsWorkingDay(DateOnly.Parse(day, null)));
    }

    [Theory]
    [InlineData("2026-11-20")]
    [InlineData("2026-04-06")] // Easter Monday of the western churches only
    [InlineData("2026-12-24")]
    public void Other_weekdays_are(string day) => Assert.True(WorkingDays.IsWorkingDay(DateOnly.Parse(day, null)));
}
