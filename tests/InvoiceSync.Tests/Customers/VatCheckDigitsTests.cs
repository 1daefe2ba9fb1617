using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class VatCheckDigitsTests
{
    [Theory]
    [InlineData("ATU13585627")]
    [InlineData("BE0403019261")]
    [InlineData("DE136695976")]
    [InlineData("DK13585628")]
    [InlineData("EE100931558")]
    [InlineData("EL094259216")]
    [InlineData("FI20774740")]
    [InlineData("FR40303265045")]
    [InlineData("HR33392005961")]
    [InlineData("HU12892312")]
    [InlineData("IT00743110157")]
    [InlineData("LU15027442")]
    [InlineData("PL8567346215")]
    [InlineData("PT501964843")]
    [InlineData("RO18547290")]
    [InlineData("SE123456789701")]
    [InlineData("SI50223054")]
    public void A_number_in_use_agrees_and_one_with_a_digit_mistyped_does_not(string number)
    {
        Assert.True(VatNumber.IsValid(number));
        Assert.True(VatCheckDigits.Agree(number));
        // One digit in the middle, moved by one, as a finger slips.
        var at = number.Length / 2;
        var slipped = number[..at] + (char)('0' + (number[at] - '0' + 1) % 10) + number[(at + 1)..];
        Assert.False(VatCheckDigits.Agree(slipped));
    }

    [Theory]
    [InlineData("ESX1234567X")]
    [InlineData("NL999999999B99")]
    [InlineData("FRXX303265045")]
    public void A_country_whose_rule_is_not_simple_is_not_judged(string number) => Assert.Null(VatCheckDigits.Agree(number));
}
