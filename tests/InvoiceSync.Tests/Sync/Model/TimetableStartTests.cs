using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class TimetableStartTests
{
    static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData(0, 1)]  // run by hand, or twice on a day
    [InlineData(1, 1)]  // each night
    [InlineData(4, 4)]  // after three nights without power
    [InlineData(90, 31)] // the monthly run reads the rest
    public void A_daily_run_reads_the_days_since_the_last_one_and_at_most_a_month(int sinceDaysAgo, int days)
    {
        var (from, to) = TimetableStart.Days(TimetableKind.Daily, Today.AddDays(-sinceDaysAgo), Today);
        Assert.Equal((Today.AddDays(-days), Today.AddDays(-1)), (from, to));
    }

    [Fact]
    public void A_full_run_reads_a_year() => Assert.Equal((Today.AddDays(-365), Today), TimetableStart.Days(TimetableKind.Full, Today, Today));
}
