using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Kernel;

public sealed class MoneyTests
{
    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("RON", 2)]
    [InlineData("kwd", 3)]
    public void A_currency_knows_its_minor_unit(string code, int decimals) => Assert.Equal(decimals, new Currency(code).Decimals);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("RO")]
    [InlineData("RONN")]
    [InlineData("R0N")]
    [InlineData("RO\u0301")]
    [InlineData("ЕUR")]
    public void What_is_not_three_letters_is_no_currency(string? code) =>
        Assert.Equal("currency.unknown", Assert.Throws<RuleBrokenException>(() => new Currency(code!)).Error.Code);

    [Theory]
    [InlineData("RON", "0.125", "0.13")]
    [InlineData("RON", "-0.125", "-0.13")]
    [InlineData("JPY", "0.5", "1")]
    [InlineData("KWD", "1.0005", "1.001")]
    public void Halves_are_rounded_away_from_zero_at_the_minor_unit(string code, string amount, string rounded) =>
        Assert.Equal(decimal.Parse(rounded, CultureInfo.InvariantCulture), new Currency(code).Round(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Fact]
    public void Amounts_of_one_currency_add_up() =>
        Assert.Equal(new Money(3m, Currency.Eur), new Money(5m, Currency.Eur) - new Money(3m, Currency.Eur) + new Money(1m, Currency.Eur));

    [Fact]
    public void Two_currencies_never_add_up()
    {
        Assert.Equal("currency.mixed", Assert.Throws<RuleBrokenException>(() => new Money(1, Currency.Ron) + new Money(1, Currency.Eur)).Error.Code);
        Assert.Equal("currency.mixed", Assert.Throws<RuleBrokenException>(() => new Money(1, Currency.Ron) - new Money(1, Currency.Eur)).Error.Code);
    }

    [Fact]
    public void A_currency_nobody_set_is_the_leu_in_every_respect()
    {
        Assert.Equal(Currency.Ron, default);
        Assert.Equal(Currency.Ron.GetHashCode(), default(Currency).GetHashCode());
        Assert.Equal(new Money(1, Currency.Ron), new Money(1, default));
    }

    [Fact]
    public void An_amount_reads_the_same_in_every_country()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new("ro-RO");
            Assert.Equal("1234.50 RON", new Money(1234.50m, Currency.Ron).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
