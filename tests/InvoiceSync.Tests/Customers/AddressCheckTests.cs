using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Tests.Customers;

public sealed class AddressCheckTests
{
    static readonly RawAddress Good = new("Bd. Test 2", null, "Cluj-Napoca", "Jud. Cluj", "400001", "ro");

    [Fact]
    public void A_typed_address_comes_out_coded() =>
        Assert.Equal(new PostalAddress("Bd. Test 2", null, "Cluj-Napoca", "400001", "RO-CJ", "RO"), AddressCheck.Of(Good).Address);

    [Fact]
    public void A_Bucharest_address_gets_its_sector_for_a_city()
    {
        var address = AddressCheck.Of(Good with { City = "București", State = null, PostalCode = "030011" }).Address;
        Assert.Equal(("SECTOR3", "RO-B"), (address?.City, address?.County));
    }

    [Fact]
    public void A_county_left_out_is_read_from_the_postal_code() =>
        Assert.Equal("RO-CJ", AddressCheck.Of(Good with { State = "" }).Address?.County);

    [Fact]
    public void A_foreign_address_has_no_county() =>
        Assert.Equal(new PostalAddress("1 rue de la Paix", null, "Paris", "75002", null, "FR"),
            AddressCheck.Of(new RawAddress("1 rue de la Paix", " ", "Paris", "Île-de-France", "75002", "FR")).Address);

    [Fact]
    public void The_second_line_stands_in_for_an_empty_first() =>
        Assert.Equal("Bd. Test 2", AddressCheck.Of(Good with { Line1 = " ", Line2 = "Bd. Test 2" }).Address?.Street);

    public static TheoryData<RawAddress, string, string> Faults => new()
    {
        { Good with { Line1 = null }, "address.street_missing", "Street" },
        { Good with { City = " " }, "address.city_missing", "City" },
        { Good with { State = "Bavaria", PostalCode = null }, "address.county_unknown", "County" },
        { Good with { State = "B", City = "Bucuresti", PostalCode = null }, "address.sector_unknown", "City" },
        { Good with { Country = null }, "address.country_unknown", "Country" },
        { Good with { Country = "Atlantis" }, "address.country_unknown", "Country" },
        { Good with { City = new('x', 51) }, "text.too_long", "City" },
        { Good with { PostalCode = new('1', 21) }, "text.too_long", "PostalCode" },
        { Good with { Line1 = new('x', 351) }, "text.too_long", "Street" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_a_person_has_to_add_is_named_with_its_field(RawAddress raw, string code, string field)
    {
        var check = AddressCheck.Of(raw);
        Assert.Null(check.Address);
        var error = Assert.Single(check.Errors);
        Assert.Equal((code, field, ErrorKind.Invalid), (error.Code, error.Field, error.Kind));
    }

    [Fact]
    public void A_checked_address_stays_as_it_is_when_checked_again()
    {
        var address = AddressCheck.Of(Good with { City = "Sector 3", State = "B" }).Address!;
        Assert.Equal(address, AddressCheck.Of(address).Address);
    }
}
