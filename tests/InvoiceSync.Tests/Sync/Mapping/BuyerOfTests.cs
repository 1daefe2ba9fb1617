using InvoiceSync.Customers;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

public sealed class BuyerOfTests
{
    [Theory]
    [InlineData("RO18547290", "RO18547290")]
    [InlineData(" ro 18547290", "RO18547290")]
    [InlineData("18547290", null)]
    public void A_CUI_with_RO_is_a_VAT_number_and_without_it_none(string taxId, string? vatId)
    {
        var buyer = Of(Some.Client with { TaxIds = [new("eu_vat", taxId)] });
        Assert.Equal((BuyerKind.Company, "18547290", vatId), (buyer.Kind, buyer.LegalId, buyer.VatId));
    }

    [Theory]
    [InlineData("RO18547291")]
    [InlineData("1800101221144")]
    [InlineData("DE123456789")]
    public void A_wrong_number_of_a_Romanian_buyer_is_for_a_person_to_mend(string taxId) =>
        Assert.Equal("buyer.tax_id_wrong", Refused(Some.Client with { TaxIds = [new("eu_vat", taxId)] }, new()));

    [Theory]
    [InlineData("-")]
    [InlineData(" - ")]
    public void A_dash_makes_a_private_person_even_of_who_gave_a_company(string dash)
    {
        var buyer = Of(Some.Client, new(TaxId: dash));
        Assert.Equal((BuyerKind.Individual, null, null), (buyer.Kind, buyer.LegalId, buyer.VatId));
    }

    [Fact]
    public void A_company_without_a_number_is_asked_for_it() => Assert.Equal("buyer.tax_id_missing", Refused(Some.Client with { TaxIds = [] }, new()));

    [Fact]
    public void What_a_person_corrected_stands_over_what_the_source_says()
    {
        var buyer = Of(Some.Client, new("Alt Nume SRL", "1234567897", "Str. Nouă 1", "Turda", "401001", "Cluj", "RO"));
        Assert.Equal(("Alt Nume SRL", "1234567897", null), (buyer.Name, buyer.LegalId, buyer.VatId));
        Assert.Equal(new PostalAddress("Str. Nouă 1", null, "Turda", "401001", "RO-CJ", "RO"), buyer.Address);
    }

    [Fact]
    public void A_corrected_street_replaces_both_lines_and_an_uncorrected_one_keeps_both()
    {
        var customer = Some.Person with { Address = Some.Person.Address! with { Line2 = "ap. 7" } };
        Assert.Equal("ap. 7", Of(customer).Address.MoreStreet);
        Assert.Null(Of(customer, new(Street: "Str. Nouă 1")).Address.MoreStreet);
    }

    [Theory]
    [InlineData("DE", "eu_vat", "DE123456789", "DE123456789")]
    [InlineData("GR", "eu_vat", "EL123456789", "EL123456789")]
    [InlineData("US", "us_ein", "12-3456789", null)]
    [InlineData("ES", "es_cif", "B12345678", null)]
    [InlineData("IN", "in_gst", "AAAAA1234A", null)]
    public void A_foreign_company_keeps_its_number_and_only_one_with_a_country_is_a_VAT_number(string country, string type, string taxId, string? vatId)
    {
        var buyer = Of(Some.Client with { Address = new("Street 1", null, "City", null, "1000", country), TaxIds = [new(type, taxId)] });
        Assert.Equal((BuyerKind.Company, taxId, vatId), (buyer.Kind, buyer.LegalId, buyer.VatId));
    }

    [Fact]
    public void Of_several_numbers_the_European_one_counts() =>
        Assert.Equal("RO18547290", Of(Some.Client with { TaxIds = [new("us_ein", "12-3456789"), new("ro_tin", "18547290"), new("eu_vat", "RO18547290")] }).VatId);

    [Fact]
    public void Who_gave_no_name_is_called_by_company_name_or_mail() =>
        Assert.Equal(("Exemplu Client SRL", "x@y.ro"), (Of(Some.Client with { Name = null }).Name, Of(Some.Person with { Name = null, Email = "x@y.ro" }).Name));

    [Fact]
    public void The_details_shown_for_correcting_are_those_the_invoice_uses() =>
        Assert.Equal(
            new BuyerDetails("Exemplu Client SRL", "RO18547290", "Bd. Test 2", "Turda", "400001", "Cluj", "RO"),
            BuyerOf.Details(Some.Client, new(City: "Turda")));

    static Buyer Of(SourceCustomer customer, BuyerDetails? correction = null) => BuyerOf.Sale(Some.Sale() with { Customer = customer }, correction ?? new());

    static string Refused(SourceCustomer customer, BuyerDetails correction) =>
        Assert.Throws<UnusualSaleException>(() => BuyerOf.Sale(Some.Sale() with { Customer = customer }, correction)).Code;
}
