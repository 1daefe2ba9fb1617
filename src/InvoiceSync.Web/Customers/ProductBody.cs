using InvoiceSync.Customers;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Customers;

/// <summary>A product on the wire. Prices are without tax.</summary>
sealed record ProductBody(
    string Id,
    string Name,
    string? Description,
    string? Sku,
    string Unit,
    IReadOnlyList<NewProduct.Price> Prices,
    string TaxCategory,
    decimal TaxRate,
    IReadOnlyDictionary<string, string> Metadata,
    bool Archived,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    ProductBody.Addresses Links)
{
    public sealed record Addresses(string Self);

    public static ProductBody Of(GetProduct.View product)
    {
        var it = product.Details;
        return new(
            product.Id.ToString(), it.Name, it.Description, it.Sku, it.Unit, NewProduct.Of(it).Prices!, it.TaxCategory.ToString(), it.TaxRate, it.Metadata, product.IsArchived,
            product.CreatedAt.ToUniversalTime(), product.UpdatedAt.ToUniversalTime(), new($"{RestV1.Root}/products/{product.Id}"));
    }
}
