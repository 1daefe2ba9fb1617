using InvoiceSync.Connectors.Stripe;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeMoneyTests
{
    [Theory]
    [InlineData("ron", 12345, 123.45)]
    [InlineData("EUR", -1, -0.01)]
    [InlineData("huf", 150000, 1500)]
    [InlineData("twd", 150000, 1500)]
    [InlineData("isk", 500, 5)]
    [InlineData("ugx", 500, 5)]
    [InlineData("bhd", 12340, 12.34)]
    [InlineData("kwd", 1, 0.001)]
    public void Minor_units_follow_stripes_table_and_not_iso(string currency, long minor, double major) =>
        Assert.Equal((decimal)major, StripeMoney.ToMajor(minor, currency));

    [Theory]
    [InlineData("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf", 1)]
    [InlineData("bhd jod kwd omr tnd", 1000)]
    [InlineData("isk ugx huf twd ron eur usd gbp iqd lyd uyi", 100)]
    public void Each_class_of_currencies_has_its_divisor(string currencies, int divisor) =>
        Assert.All(currencies.Split(' '), currency => Assert.Equal(1m, StripeMoney.ToMajor(divisor, currency)));

    [Fact]
    public void A_unit_price_keeps_all_of_its_decimals() =>
        Assert.Equal(0.00000000000123m, StripeMoney.ToMajor(0.000000000123m, "eur"));
}
