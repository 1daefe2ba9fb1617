using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Mapping;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync.Mapping;

/// <summary>Each unusual sale waits for a person under its own code, and nothing about money is guessed.</summary>
public sealed class ParkedSalesTests
{
    static readonly Dictionary<string, SourceSale> Unusual = new()
    {
        ["sale.shipping"] = Some.Sale() with { Shipping = 5, Total = 126, Paid = 126 },
        ["sale.credited"] = Some.Sale() with { Credited = 1 },
        ["sale.negative"] = Some.Sale() with { Total = -121, Paid = -121 },
        ["sale.overpaid"] = Some.Sale() with { Paid = 121.01m },
        ["sale.empty"] = Some.Sale() with { Lines = [] },
        ["sale.amounts_differ"] = Some.Sale() with { Total = 121.01m },
        ["sale.amounts_too_fine"] = Some.Sale(new Currency("KWD"), Some.Line(100.005m) with { Taxes = [Some.Tax(0, 21) with { Amount = 21.001m }] }),
        ["sale.vat_drifted"] = Some.Sale(new Currency("JPY"), [.. Enumerable.Repeat(Some.Line(3) with { Taxes = [Some.Tax(1, 21)] }, 4)]),
        ["line.discount"] = Some.Sale(Some.Line(100), Some.Line(100, discount: 100.01m)),
        ["line.without_vat"] = Some.Sale(Some.Line(100) with { Taxes = [] }),
        ["line.several_taxes"] = Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(21, 21), Some.Tax(11, 11)] }),
        ["line.special_vat"] = Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(0, 0) with { Reason = "not_supported" }] }),
        ["line.rate_of_another_day"] = Some.Sale(Some.Line(100, 19)),
        ["sale.law_missing"] = Some.Sale(Untaxed("product_exempt")),
        ["sale.goods_stay"] = Some.Sale(Untaxed("reverse_charge")) with { Customer = Abroad with { ShipTo = Some.ClujAddress }, Metadata = new Dictionary<string, string> { ["vat"] = "K" } },
        ["sale.goods_elsewhere"] = Some.Sale(Untaxed("reverse_charge")) with { Customer = Abroad with { ShipTo = Some.ClujAddress with { Country = "CH" } }, Metadata = new Dictionary<string, string> { ["vat"] = "K" } },
        ["buyer.vat_id_missing"] = Some.Sale(Untaxed("reverse_charge")) with { Customer = Abroad with { TaxIds = [new("de_stn", "1234567890")] }, Metadata = new Dictionary<string, string> { ["vat"] = "k" } },
        ["buyer.reverse_of_person"] = Some.Sale(Untaxed("reverse_charge")) with { Customer = Some.Person },
        ["buyer.cnp_wrong"] = Some.Sale() with { Customer = Some.Person with { Metadata = new Dictionary<string, string> { ["cnp"] = "1960101410018" } } },
        ["field.category_unknown"] = Some.Sale() with { Metadata = new Dictionary<string, string> { ["vat"] = "AB" } },
        ["field.too_long"] = Some.Sale() with { Metadata = new Dictionary<string, string> { ["po"] = new('x', 201) } },
        ["line.foreign_vat"] = Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(19, 19) with { Country = "DE" }] }),
        ["line.vat_rate_unknown"] = Some.Sale(Some.Line(100) with { Taxes = [Some.Tax(21, 21) with { Percentage = null }] }),
        ["buyer.name_missing"] = Some.Sale() with { Customer = Some.Person with { Name = " " } },
        ["buyer.address_incomplete"] = Some.Sale() with { Customer = Some.Person with { Address = null } },
        ["buyer.tax_id_missing"] = Some.Sale() with { Customer = Some.Client with { TaxIds = [] } },
        ["buyer.tax_id_wrong"] = Some.Sale() with { Customer = Some.Client with { TaxIds = [new("eu_vat", "RO18547291")] } },
    };

    static readonly MappingRules Rules = new() { TellsCnp = true, Fields = [new("vat", MappedField.VatCategory), new("cnp", MappedField.BuyerCnp), new("po", MappedField.Order)] };

    static SourceCustomer Abroad => new("cus_de", "Jan Weber", "Weber GmbH", null, new("Unter den Linden 1", null, "Berlin", "BE", "10117", "DE")) { TaxIds = [new("eu_vat", "DE136695976")] };

    public static TheoryData<string> Codes => [.. Unusual.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_waits_under_its_own_code(string code)
    {
        var parked = Assert.IsType<Mapped.ToPerson>(Map(Unusual[code]));
        Assert.Equal(code, parked.Code);
        Assert.Matches(@"^.+\.$", parked.Reason);
    }

    [Fact]
    public void A_seller_outside_VAT_who_charged_VAT_waits() =>
        Assert.Equal("seller.outside_vat", Code(SaleMapper.Map(Some.Sale(), Some.Seller with { IsVatPayer = false }, new(), Some.Company, null, null)));

    [Fact]
    public void A_payment_whose_rate_nobody_named_waits() =>
        Assert.Equal("charge.rate_missing", Code(SaleMapper.Map(Some.Charge(121), Some.Seller, new(), Some.Company, null, null)));

    [Fact]
    public void A_sale_in_euro_without_a_rate_waits() =>
        Assert.Equal("rate.missing", Code(SaleMapper.Map(Some.Sale(Currency.Eur), Some.Seller, new(), Some.Company, null, null)));

    [Fact]
    public void Every_code_of_the_mapper_is_shown_here()
    {
        var source = string.Concat(Architecture.Repository.Files(".cs").Where(p => p.StartsWith("src/InvoiceSync/Sync/Mapping/", StringComparison.Ordinal)).Select(Architecture.Repository.Read));
        var codes = System.Text.RegularExpressions.Regex.Matches(source, "\"((?:sale|line|buyer|seller|charge|rate|field)\\.[a-z_]+)\"").Select(m => m.Groups[1].Value).Distinct();
        Assert.Equal([], codes.Except([.. Unusual.Keys, "seller.outside_vat", "charge.rate_missing", "rate.missing"]));
    }

    static string Code(Mapped mapped) => Assert.IsType<Mapped.ToPerson>(mapped).Code;

    static Mapped Map(SourceSale sale) => SaleMapper.Map(sale, Some.Seller, new(), Some.Company, 21, Some.EuroRate, Rules);

    static SourceLine Untaxed(string reason) => Some.Line(100) with { Taxes = [Some.Tax(0, 0) with { Reason = reason }] };
}
