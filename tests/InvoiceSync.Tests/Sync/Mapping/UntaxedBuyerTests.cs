using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Goods that leave: to which of two unions Britain's country belongs is told by the number of the buyer.</summary>
public sealed class UntaxedBuyerTests
{
    static readonly MappingRules Goods = new() { SellsGoods = true, Fields = [new("vat", MappedField.VatCategory)] };

    [Theory]
    [InlineData("XI123456789", "K", null)]
    [InlineData("XI123456789", "G", "sale.goods_elsewhere")]
    [InlineData("GB123456789", "G", null)]
    [InlineData("GB123456789", "K", "sale.goods_elsewhere")]
    public void Northern_Ireland_is_of_the_Union_for_goods_and_the_rest_of_Britain_is_not(string vat, string category, string? refused)
    {
        var mapped = SaleMapper.Map(To(vat, category), Some.Seller, new(), Some.Company, 21, null, Goods);
        if (refused is not null) Assert.Equal(refused, Assert.IsType<Mapped.ToPerson>(mapped).Code);
        else Assert.Equal((category, "GB"), Assert.IsType<Mapped.ToInvoice>(mapped).Document is var d ? (d.Vat[0].Category.ToString(), d.Delivery!.To.Country) : default);
    }

    [Fact]
    public void By_its_country_alone_Britain_is_abroad() =>
        Assert.Equal("G", Assert.IsType<Mapped.ToInvoice>(SaleMapper.Map(To("GB123456789", null), Some.Seller, new(), Some.Company, 21, null, Goods)).Document.Vat[0].Category.ToString());

    static SourceSale To(string vat, string? category) => Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(0, 0) with { Reason = "reverse_charge", Country = null }] }) with
    {
        Customer = new("cus_gb", null, "Lagan Tools Ltd", null, new("1 Donegall Square", null, "Belfast", null, "BT1 5GS", "GB")) { TaxIds = [new("eu_vat", vat)] },
        Metadata = category is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["vat"] = category },
    };
}
