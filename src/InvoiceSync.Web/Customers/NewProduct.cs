using System.Text.Json.Serialization;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Customers;

/// <summary>A product as a program sends it. Unit is a code of UNECE Rec 20; tax_rate in percent goes with the standard category S alone.</summary>
sealed record NewProduct(
    string Name,
    string? Description = null,
    string? Sku = null,
    string Unit = UnitCode.Piece,
    IReadOnlyList<NewProduct.Price>? Prices = null,
    TaxCategory TaxCategory = TaxCategory.S,
    decimal TaxRate = 0,
    IReadOnlyDictionary<string, string>? Metadata = null)
{
    public sealed record Price(Currency Currency, decimal Amount);

    [JsonIgnore]
    public ProductDetails Details => new()
    {
        Name = Name,
        Description = Description,
        Sku = Sku,
        Unit = Unit,
        Prices = [.. (Prices ?? []).Select(p => new ProductPrice(p.Currency.Code, p.Amount))],
        TaxCategory = TaxCategory,
        TaxRate = TaxRate,
        Metadata = Metadata ?? new Dictionary<string, string>(),
    };

    public static NewProduct Of(ProductDetails it) =>
        new(it.Name, it.Description, it.Sku, it.Unit, [.. it.Prices.Select(p => new Price(new(p.Currency), p.Amount))], it.TaxCategory, it.TaxRate, it.Metadata);
}
