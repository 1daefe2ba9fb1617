using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class CuiTests
{
    [Theory]
    [InlineData("18547290")]
    [InlineData("RO18547290")]
    [InlineData(" ro 1854 7290 ")]
    [InlineData("CUI: RO 18547290")]
    [InlineData("0018547290")]
    public void People_write_a_CUI_in_many_ways(string text)
    {
        Assert.True(Cui.TryParse(text, out var cui));
        Assert.Equal(("18547290", "RO18547290"), (cui.Digits, cui.VatId));
    }

    [Theory]
    [InlineData("18547291")]      // wrong check digit
    [InlineData("1")]             // too short
    [InlineData("12345678901")]   // too long
    [InlineData("1960101410019")] // a person's CNP
    [InlineData("DE136695976")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_a_CUI_is_refused(string? text) => Assert.False(Cui.TryParse(text, out _));

    [Fact]
    public void Exactly_one_last_digit_fits_any_number() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(1, 999_999_999).ToArbitrary(), body =>
            Enumerable.Range(0, 10).Count(last => Cui.TryParse($"{body}{last}", out _)) == 1));

    [Theory]
    [InlineData("1960101410019", true)]
    [InlineData("1960101410018", false)]
    [InlineData("0000000000000", false)]
    [InlineData("18547290", false)]
    public void A_person_has_another_number_with_another_check_digit(string text, bool valid) => Assert.Equal(valid, Cnp.IsValid(text));
}
