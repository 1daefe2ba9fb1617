using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Sync;

public sealed class TimingTests
{
    static readonly TimeZoneInfo Bucharest = Zone("Europe/Bucharest");

    [Theory]
    [InlineData(TimetableKind.Daily, "2026-11-21T00:00Z")]
    [InlineData(TimetableKind.Customers, "2026-11-22T01:00Z")]
    [InlineData(TimetableKind.Full, "2026-12-01T02:00Z")]
    public void The_usual_times_are_each_night_sundays_and_the_first_of_the_month(TimetableKind kind, string next) =>
        Assert.Equal(At(next), Timing.Usual(kind).Next(At("2026-11-20T10:00Z"), Bucharest));

    [Fact]
    public void A_time_the_clocks_skip_comes_as_much_later_and_once()
    {
        // On 28 March 2027 Bucharest goes from 03:00 to 04:00.
        var sunday = Timing.Usual(TimetableKind.Customers);
        Assert.Equal(At("2027-03-28T01:00Z"), sunday.Next(At("2027-03-22T00:00Z"), Bucharest));
        Assert.Equal(At("2027-04-04T00:00Z"), sunday.Next(At("2027-03-28T01:00Z"), Bucharest));
    }

    [Fact]
    public void A_time_the_clocks_show_twice_counts_the_first_time_and_once()
    {
        // On 31 October 2027 they go from 04:00 back to 03:00.
        var sunday = Timing.Usual(TimetableKind.Customers);
        Assert.Equal(At("2027-10-31T00:00Z"), sunday.Next(At("2027-10-25T00:00Z"), Bucharest));
        Assert.Equal(At("2027-11-07T01:00Z"), sunday.Next(At("2027-10-31T00:00Z"), Bucharest));
        Assert.Equal(At("2027-10-31T00:00Z"), sunday.Latest(At("2027-10-31T01:30Z"), Bucharest));
    }

    [Theory]
    [InlineData("Europe/Bucharest")]
    [InlineData("America/New_York")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Santiago")]
    [InlineData("Asia/Kathmandu")]
    [InlineData("UTC")]
    public void Whatever_the_clocks_do_it_comes_once_a_day_at_its_time_and_never_twice(string name)
    {
        var (zone, random) = (Zone(name), new Random(2026));
        for (var round = 0; round < 20; round++)
        {
            var timing = new Timing(TimingCycle.Daily, new(random.Next(24), random.Next(60)));
            var (at, days, skipped) = (At("2026-01-01T00:00Z"), new List<DateOnly>(), 0);
            while (at < At("2028-01-01T00:00Z"))
            {
                var next = timing.Next(at, zone);
                Assert.True(next > at);
                Assert.Equal(next, timing.Latest(next, zone));
                Assert.True(timing.Latest(next.AddTicks(-1), zone) < next);
                var local = TimeZoneInfo.ConvertTime(next, zone);
                if (TimeOnly.FromDateTime(local.DateTime) != timing.At) skipped++;
                days.Add(DateOnly.FromDateTime(local.DateTime));
                at = next;
            }

            Assert.Equal(days.Distinct(), days);
            Assert.Equal(days.Count - 1, days[^1].DayNumber - days[0].DayNumber);
            Assert.InRange(skipped, 0, 2); // the night in spring, in each of the two years
        }
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 30)]
    public void A_day_not_every_month_has_or_half_a_minute_is_no_time(int monthDay, int seconds) =>
        Assert.False(new Timing(TimingCycle.Monthly, new(4, 0, seconds), MonthDay: monthDay).IsValid);

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}
