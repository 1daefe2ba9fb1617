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
}
