using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Invoicing;

public sealed class ScheduleTermsTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    static Arbitrary<ScheduleTerms> Terms => (
        from first in Gen.Choose(0, 366 * 8)
        from every in Gen.Choose(1, 99)
        from unit in Gen.Elements(Enum.GetValues<ScheduleUnit>())
        from last in Gen.Elements(true, false)
        select new ScheduleTerms(new DateOnly(2020, 1, 1).AddDays(first), every, unit, last)).ToArbitrary();

    [Theory]
    [InlineData("2026-01-31", ScheduleUnit.Months, 1, "2026-01-31 2026-02-28 2026-03-31 2026-04-30")]
    [InlineData("2027-12-30", ScheduleUnit.Months, 1, "2027-12-30 2028-01-30 2028-02-29 2028-03-30")]
    [InlineData("2024-02-29", ScheduleUnit.Years, 1, "2024-02-29 2025-02-28 2026-02-28 2027-02-28 2028-02-29")]
    [InlineData("2026-11-30", ScheduleUnit.Quarters, 1, "2026-11-30 2027-02-28 2027-05-30 2027-08-30")]
    [InlineData("2026-12-28", ScheduleUnit.Weeks, 2, "2026-12-28 2027-01-11 2027-01-25")]
    [InlineData("2026-03-29", ScheduleUnit.Weeks, 30, "2026-03-29 2026-10-25")] // both days on which clocks change in Bucharest
    public void The_days_are_counted_from_the_first_so_that_a_short_month_leaves_no_trace(string first, ScheduleUnit unit, int every, string days) =>
        Assert.StartsWith(days, string.Join(' ', Days(new(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), every, unit), 6)), StringComparison.Ordinal);

    [Fact]
    public void The_last_day_of_the_month_is_the_last_of_each() =>
        Assert.Equal("2026-04-30 2026-05-31 2026-06-30 2026-07-31", string.Join(' ', Days(new(new(2026, 4, 30), 1, ScheduleUnit.Months, LastDay: true), 4)));

    [Fact]
    public void Days_grow_each_in_its_own_month_on_the_day_of_the_first_or_the_last_there_is() => Check.QuickThrowOnFailure(Prop.ForAll(Terms, terms =>
    {
        var days = terms.From(0).Take(20).ToList();
        var months = terms.Unit switch { ScheduleUnit.Quarters => 3, ScheduleUnit.Years => 12, _ => 1 } * terms.Every;
        return days.Count == 20 && days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second) && (terms.Unit == ScheduleUnit.Weeks
            ? days.Select((day, n) => day.DayNumber - terms.First.DayNumber == 7 * terms.Every * n).All(holds => holds)
            : days.Select((day, n) => (day.Year * 12 + day.Month) - (terms.First.Year * 12 + terms.First.Month) == months * n
                && day.Day == (terms.LastDay ? DateTime.DaysInMonth(day.Year, day.Month) : Math.Min(terms.First.Day, DateTime.DaysInMonth(day.Year, day.Month)))).All(holds => holds));
    }));

    [Fact]
    public void From_any_period_on_the_days_are_the_same_as_from_the_first() => Check.QuickThrowOnFailure(Prop.ForAll(
        Terms, Gen.Choose(0, 40).ToArbitrary(), (terms, skipped) => terms.From(skipped).Take(12).SequenceEqual(terms.From(0).Skip(skipped).Take(12))));

    [Fact]
    public void It_ends_on_its_day_or_after_so_many_whichever_is_first()
    {
        var monthly = new ScheduleTerms(new(2026, 1, 31), 1, ScheduleUnit.Months);
        Assert.Equal(2, (monthly with { Until = new(2026, 3, 30) }).From(0).Count());
        Assert.Equal(3, (monthly with { Until = new(2026, 3, 31) }).From(0).Count());
        Assert.Equal(2, (monthly with { Until = new(2026, 12, 31), Count = 2 }).From(0).Count());
        Assert.Null((monthly with { Count = 2 }).DayOf(2));
        Assert.NotEmpty(new ScheduleTerms(new(2030, 1, 1), 99, ScheduleUnit.Years).From(0).ToList()); // and before the calendar does
    }

    [Theory]
    [InlineData("2026-11-21", 0, null, null, "schedule.every_invalid")]
    [InlineData("2026-11-21", 100, null, null, "schedule.every_invalid")]
    [InlineData("2026-11-20", 1, null, null, "schedule.first_invalid")]
    [InlineData("2031-11-22", 1, null, null, "schedule.first_invalid")]
    [InlineData("2026-11-21", 1, "2026-11-20", null, "schedule.until_invalid")]
    [InlineData("2026-11-21", 1, null, 0, "schedule.count_invalid")]
    [InlineData("2026-11-21", 1, null, 1001, "schedule.count_invalid")]
    [InlineData("2026-11-21", 99, "2026-11-21", 1000, null)]
    [InlineData("2031-11-21", 1, null, null, null)]
    public void What_is_no_schedule_is_refused(string first, int every, string? until, int? count, string? code)
    {
        var terms = new ScheduleTerms(Day(first), every, ScheduleUnit.Months, Until: until is null ? null : Day(until), Count: count);
        Assert.Equal(code, (Record.Exception(() => terms.Check(Today)) as RuleBrokenException)?.Error.Code);
    }

    static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static IEnumerable<string> Days(ScheduleTerms terms, int count) => terms.From(0).Take(count).Select(day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
