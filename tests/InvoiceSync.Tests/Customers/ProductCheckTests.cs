using InvoiceSync.Customers;

namespace InvoiceSync.Tests.Customers;

public sealed class ProductCheckTests
{
    static readonly ProductDetails Consulting = new() { Name = " Consulting ", Sku = "C-1", Unit = "hur", Prices = [new("ron", 250.5m), new("EUR", 50)], TaxRate = 21 };

    [Fact]
    public void A_typed_product_comes_out_as_it_is_kept()
    {
        var check = ProductCheck.Of(Consulting);
        Assert.Empty(check.Errors);
        Assert.Equal(("Consulting", "HUR", "RON"), (check.Details.Name, check.Details.Unit, check.Details.Prices[0].Currency));
    }

    public static TheoryData<ProductDetails, string, string> Faults => new()
    {
        { Consulting with { Name = "" }, "product.name_missing", "Name" },
        { Consulting with { Name = new('x', 101) }, "text.too_long", "Name" },
        { Consulting with { Unit = "hour" }, "unit.invalid", "Unit" },
        { Consulting with { Unit = "" }, "unit.invalid", "Unit" },
        { Consulting with { Prices = [new("LEI ", 1)] }, "", "" },
        { Consulting with { Prices = [new("EURO", 1)] }, "currency.unknown", "Prices" },
        { Consulting with { Prices = [new("EUR", -1)] }, "price.invalid", "Prices" },
        { Consulting with { Prices = [new("EUR", 0.0000001m)] }, "price.invalid", "Prices" },
        { Consulting with { Prices = [new("EUR", decimal.MaxValue)] }, "price.invalid", "Prices" },
        { Consulting with { Prices = [new("EUR", 1), new("eur", 2)] }, "price.duplicated", "Prices" },
        { Consulting with { TaxCategory = (TaxCategory)99 }, "tax_category.unknown", "TaxCategory" },
        { Consulting with { TaxRate = 0 }, "tax_rate.invalid", "TaxRate" },
        { Consulting with { TaxRate = 100.01m }, "tax_rate.invalid", "TaxRate" },
        { Consulting with { TaxRate = 20.999m }, "tax_rate.invalid", "TaxRate" },
        { Consulting with { TaxCategory = TaxCategory.E, TaxRate = 21 }, "tax_rate.invalid", "TaxRate" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_refused_with_its_field(ProductDetails typed, string code, string field)
    {
        var error = ProductCheck.Of(typed).Errors is [var first, ..] ? first : null;
        Assert.Equal((code, field), (error?.Code ?? "", error?.Field ?? ""));
    }

    [Fact]
    public void Common_units_are_codes_with_a_name_in_both_languages()
    {
        Assert.All(UnitCode.Common, unit => Assert.True(UnitCode.IsValid(unit.Code) && unit.English.Length > 0 && unit.Romanian.Length > 0, unit.Code));
        Assert.Distinct(UnitCode.Common.Select(unit => unit.Code));
        Assert.Equal(("oră", "hour", "Q3"), (UnitCode.NameOf("HUR", "ro"), UnitCode.NameOf("HUR", "en"), UnitCode.NameOf("Q3", "en")));
    }
}
