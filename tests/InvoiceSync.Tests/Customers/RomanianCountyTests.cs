using InvoiceSync.Customers;
using InvoiceSync.Tests.Fiscal.Samples;

namespace InvoiceSync.Tests.Customers;

public sealed class RomanianCountyTests
{
    [Theory]
    [InlineData("Cluj", "RO-CJ")]
    [InlineData("Jud. Cluj", "RO-CJ")]
    [InlineData("judetul CLUJ", "RO-CJ")]
    [InlineData("Județul Cluj", "RO-CJ")]
    [InlineData("CJ", "RO-CJ")]
    [InlineData("ro-cj", "RO-CJ")]
    [InlineData("Cluj County", "RO-CJ")]
    [InlineData("Bucuresti", "RO-B")]
    [InlineData("Municipiul București", "RO-B")]
    [InlineData("Bucharest", "RO-B")]
    [InlineData("B", "RO-B")]
    [InlineData("Timiş", "RO-TM")] // cedilla, as old keyboards type it
    [InlineData("bistrita nasaud", "RO-BN")]
    [InlineData("Satu Mare", "RO-SM")]
    public void A_county_is_found_by_name_letters_or_code(string text, string code) => Assert.Equal(code, RomanianCounty.Find(text)?.Code);

    [Theory]
    [InlineData("Cluj-Napoca")]
    [InlineData("Bavaria")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_county_is_not_guessed(string? text) => Assert.Null(RomanianCounty.Find(text));

    [Theory]
    [InlineData("400001", "RO-CJ")]
    [InlineData("RO-030011", "RO-B")]
    [InlineData("077190", "RO-IF")]
    [InlineData("40000", null)]
    [InlineData("990000", null)]
    public void A_postal_code_names_its_county(string postalCode, string? code) => Assert.Equal(code, RomanianCounty.FindByPostalCode(postalCode)?.Code);

    [Fact]
    public void The_codes_are_the_42_of_the_official_rules()
    {
        var official = File.ReadLines(FiscalData.Folder("codelists", "ro-counties-iso3166-2.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(official.Select(c => (c[0], c[1])).Order(), RomanianCounty.All.Select(c => (c.Code, c.Name)).Order());
    }

    [Fact]
    public void The_countries_are_those_ANAF_accepts()
    {
        var official = File.ReadLines(FiscalData.Folder("codelists", "accepted-country.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.All(official, c => Assert.Equal((c[0], c[1] == "1"), (c[0], Country.IsKnown(c[0]))));
        Assert.False(Country.IsKnown("UK"));
    }
}
