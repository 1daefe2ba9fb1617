using InvoiceSync.Invoicing;

namespace InvoiceSync.Tests.Invoicing;

public sealed class VatRatesTests
{
    [Theory]
    [InlineData("2016-12-31", "20 9 5")]
    [InlineData("2017-01-01", "19 9 5")]
    [InlineData("2025-07-31", "19 9 5")]
    [InlineData("2025-08-01", "21 11")]
    [InlineData("2026-11-21", "21 11")]
    public void The_day_of_supply_decides(string day, string rates) =>
        Assert.Equal(rates, string.Join(' ', VatRates.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))));

    [Theory]
    [InlineData(21, null, null, "2026-11-20", true)]
    [InlineData(19, null, null, "2026-11-20", false)]
    [InlineData(19, "2025-07-01", "2025-07-31", "2026-11-20", true)]
    [InlineData(21, "2025-07-01", "2025-07-31", "2026-11-20", false)]
    [InlineData(19, "2025-07-10", "2025-08-09", "2025-08-10", true)]
    [InlineData(21, "2025-07-10", "2025-08-09", "2025-08-10", true)]
    [InlineData(19, "2025-07-10", "2026-07-09", "2025-07-10", true)]
    [InlineData(21, "2025-09-01", "2025-09-30", "2025-07-20", true)]
    [InlineData(19, "2025-09-01", "2025-09-30", "2025-07-20", true)]
    public void The_days_of_supply_decide_and_an_advance_may_bear_the_rate_of_its_day(int rate, string? from, string? to, string issuedOn, bool fits) =>
        Assert.Equal(fits, VatRates.Allow(rate, Day(from), Day(to), Day(issuedOn)!.Value));

    static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
