using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Web.Reports;

namespace InvoiceSync.Tests.Web.Reports;

public sealed class ReportPeriodTests
{
    static readonly DateOnly Today = new(2026, 2, 28);

    [Theory]
    [InlineData(null, "2026-02-01", "2026-02-28")]
    [InlineData("this-month", "2026-02-01", "2026-02-28")]
    [InlineData("last-month", "2026-01-01", "2026-01-31")]
    [InlineData("this-quarter", "2026-01-01", "2026-03-31")]
    [InlineData("last-quarter", "2025-10-01", "2025-12-31")]
    [InlineData("this-year", "2026-01-01", "2026-12-31")]
    [InlineData("last-year", "2025-01-01", "2025-12-31")]
    [InlineData("nonsense", "2026-02-01", "2026-02-28")]
    public void A_period_has_a_name(string? name, string from, string to) =>
        Assert.Equal((Day(from), Day(to)), ReportPeriod.Of(name, null, null, Today) is var period ? (period.From, period.To) : default);

    [Fact]
    public void Days_of_ones_own_go_before_a_name()
    {
        Assert.Equal(new(ReportPeriod.Custom, Day("2026-01-05"), Day("2026-01-09")), ReportPeriod.Of("last-year", Day("2026-01-05"), Day("2026-01-09"), Today));
        Assert.Equal((Day("2026-01-05"), Today), ReportPeriod.Of(null, Day("2026-01-05"), null, Today) is var open ? (open.From, open.To) : default);
        Assert.Equal((Day("2026-01-01"), Day("2026-01-09")), ReportPeriod.Of(null, null, Day("2026-01-09"), Today) is var ended ? (ended.From, ended.To) : default);
    }

    [Fact]
    public void Short_periods_are_shown_by_days_and_the_address_of_a_file_asks_the_same()
    {
        var asked = ReportAsked.Of("last-month", null, null, null, "supply", "EUR", Today);
        Assert.Equal((ReportStep.Day, TaxBasis.Supply), (asked.By, asked.Basis));
        Assert.Equal("from=2026-01-01&to=2026-01-31&by=day&basis=supply&currency=EUR", asked.Query());
        Assert.Equal(ReportStep.Month, ReportAsked.Of("this-year", null, null, null, null, "eur", Today).By);
        Assert.Null(ReportAsked.Of(null, null, null, null, null, "eur", Today).Currency);
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
