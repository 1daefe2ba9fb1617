using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class VatNumberTests
{
    // Numbers of companies as they print them on their own papers, one a country.
    [Theory]
    [InlineData("ATU13585627")]
    [InlineData("BE 0428.759.497")]
    [InlineData("BG831650349")]
    [InlineData("CY10259033P")]
    [InlineData("CZ25123891")]
    [InlineData("DE136695976")]
    [InlineData("DK13585628")]
    [InlineData("EE100931558")]
    [InlineData("EL094259216")]
    [InlineData("gr 094259216")]
    [InlineData("ESA13585625")]
    [InlineData("ESX5910266W")]
    [InlineData("FI20774740")]
    [InlineData("FR40303265045")]
    [InlineData("FRK7399859412")]
    [InlineData("HR33392005961")]
    [InlineData("HU12892312")]
    [InlineData("IE6433435F")]
    [InlineData("IE6433435OA")]
    [InlineData("IE8D79739I")]
    [InlineData("IT00743110157")]
    [InlineData("LT119511515")]
    [InlineData("LT100001919017")]
    [InlineData("LU15027442")]
    [InlineData("LV40003521600")]
    [InlineData("MT11679112")]
    [InlineData("NL004495445B01")]
    [InlineData("PL8567346215")]
    [InlineData("PT501964843")]
    [InlineData("RO18547290")]
    [InlineData("SE123456789701")]
    [InlineData("SI50223054")]
    [InlineData("SK2022749619")]
    [InlineData("XI980780684")]
    [InlineData("XIGD001")]
    [InlineData("GB980780684")]
    [InlineData("CHE-123.456.788")]
    public void A_number_of_its_country_is_taken(string text) => Assert.True(VatNumber.IsValid(VatNumber.Normalize(text)));

    [Theory]
    [InlineData("RO18547291")]    // wrong check digit
    [InlineData("ATA13585627")]   // U is missing
    [InlineData("DE13669597")]    // one digit short
    [InlineData("NL004495445A01")]
    [InlineData("CY102590333")]
    [InlineData("18547290")]      // no country
    [InlineData("ZZ123456")]
    [InlineData("DE")]
    [InlineData("")]
    [InlineData("DE１３６６９５９７６")] // digits of another script
    [InlineData("DE136695976; drop")]
    public void A_number_of_another_form_is_not(string text) => Assert.False(VatNumber.IsValid(VatNumber.Normalize(text)));

    [Theory]
    [InlineData("DE", "DE999999999")]
    [InlineData("GR", "EL999999999")]
    [InlineData("NL", "NL999999999B99")]
    [InlineData("US", null)]
    [InlineData(null, null)]
    public void The_form_of_a_country_can_be_shown(string? country, string? form) => Assert.Equal(form, VatNumber.FormOf(country));

    [Fact]
    public void Every_country_of_the_Union_has_a_form() =>
        Assert.All("AT BE BG CY CZ DE DK EE EL ES FI FR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".Split(' '), country => Assert.NotNull(VatNumber.FormOf(country)));
}
