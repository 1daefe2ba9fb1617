using InvoiceSync.Connectors.Anaf;
using InvoiceSync.Fiscal.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Tests.Fiscal.Model;

public sealed class FiscalPaceTests
{
    static readonly DateTimeOffset Sent = new(2026, 10, 1, 22, 0, 1, TimeSpan.Zero); // just after midnight in Bucharest: the fullest first day

    [Fact]
    public void Thirty_days_in_work_are_asked_about_within_each_days_allowance_and_at_least_hourly()
    {
        var (pace, asked, now) = (new FiscalPace(), 0, Sent);
        var days = new Dictionary<DateTimeOffset, int>();
        while (now < Sent.AddDays(30))
        {
            var wait = pace.BeforeAsk(TenantMode.Real, asked++);
            Assert.InRange(wait, TimeSpan.FromSeconds(15), TimeSpan.FromHours(1));
            now += wait;
            var day = AnafLimits.State("1", now).EndsAt;
            days[day] = days.GetValueOrDefault(day) + 1;
        }

        Assert.Equal(31, days.Count); // an hour more or less where summer time ends
        Assert.All(days.Values, count => Assert.InRange(count, 1, 40));
        Assert.True(days.Values.Max() < AnafLimits.StatesPerMessage);
    }

    [Fact]
    public void The_first_answers_come_soon()
    {
        var pace = new FiscalPace();
        int[] seconds = [.. Enumerable.Range(0, 9).Select(asked => (int)pace.BeforeAsk(TenantMode.Real, asked).TotalSeconds)];
        Assert.Equal([15, 30, 60, 120, 300, 600, 1200, 2400, 3600], seconds);
    }
}
