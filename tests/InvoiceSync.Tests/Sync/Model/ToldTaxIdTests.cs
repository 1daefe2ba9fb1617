using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Model;

public sealed class ToldTaxIdTests
{
    static readonly SourceCustomer Unnumbered = Some.Client with { TaxIds = [] };

    [Theory]
    [InlineData(TaxIdReason.Missing, "18547290", true)]
    [InlineData(TaxIdReason.Wrong, "RO18547290", true)]
    [InlineData(TaxIdReason.OfPerson, "18547290", true)]
    [InlineData(TaxIdReason.NoVatId, "RO18547290", true)]
    [InlineData(TaxIdReason.NoVatId, "18547290", false)]
    [InlineData(TaxIdReason.Missing, "DE136695976", false)]
    public void A_number_cures_what_waits_for_one_like_it(string reason, string number, bool isCured) => Assert.Equal(isCured, Cures(reason, Unnumbered, new(), number));

    [Fact]
    public void What_the_source_or_a_person_says_goes_before_it_so_it_cures_nothing()
    {
        Assert.False(Cures(TaxIdReason.Wrong, Some.Client with { TaxIds = [new("eu_vat", "RO18547291")] }, new(), "RO18547290"));
        Assert.False(Cures(TaxIdReason.Missing, Unnumbered, new(TaxId: "-"), "RO18547290"));
    }

    [Fact]
    public void Who_lacks_an_address_as_well_waits_on() => Assert.False(Cures(TaxIdReason.Missing, Unnumbered with { Address = null }, new(), "RO18547290"));

    static bool Cures(string reason, SourceCustomer buyer, BuyerDetails correction, string number) =>
        ToldTaxId.IsCured(reason, Some.Sale() with { Customer = buyer }, correction, new(), number);
}
