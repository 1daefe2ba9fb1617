using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class SellerCheckTests
{
    static readonly Seller Typed = new(" Exemplu  SRL ", "RO 1234567897", true, "J40/1/2020",
        new("Str. Exemplului 1", null, "Bucuresti, Sector 3", "030011", "Bucuresti", "RO"), "a@exemplu.ro", null, "ro49 AAAA 1B31 0075 9384 0000", "Banca");

    [Fact]
    public void A_typed_company_comes_out_as_it_is_saved()
    {
        var check = SellerCheck.Of(Typed);
        Assert.Empty(check.Errors);
        Assert.Equal(("Exemplu SRL", "1234567897", "RO49AAAA1B31007593840000", "SECTOR3", "RO-B"),
            (check.Seller.Name, check.Seller.TaxId, check.Seller.Iban, check.Seller.Address.City, check.Seller.Address.County));
    }

    public static TheoryData<Seller, string, string> Faults => new()
    {
        { Typed with { Name = " " }, "name.missing", "Name" },
        { Typed with { TaxId = "1234567898" }, "tax_id.invalid", "TaxId" },
        { Typed with { TaxId = "1960101410019" }, "tax_id.personal", "TaxId" },
        { Typed with { Iban = "RO49AAAA1B31007593840001" }, "iban.invalid", "Iban" },
        { Typed with { Email = "facturi" }, "email.invalid", "Email" },
        { Typed with { Name = new('x', 201) }, "text.too_long", "Name" },
        { Typed with { Phone = new('1', 101) }, "text.too_long", "Phone" },
        { Typed with { Address = Typed.Address with { City = "Bucuresti", PostalCode = null } }, "address.sector_unknown", "City" },
        { Typed with { Address = new("1 rue", null, "Paris", null, null, "FR") }, "address.foreign", "Country" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_its_field(Seller seller, string code, string field)
    {
        var error = Assert.Single(SellerCheck.Of(seller).Errors);
        Assert.Equal((code, field), (error.Code, error.Field));
    }
}
