using System.Globalization;
using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A product while it is being typed.</summary>
public sealed class ProductForm(ProductDetails? kept)
{
    public string? Name { get; set; } = kept?.Name;
    public string? Description { get; set; } = kept?.Description;
    public string? Sku { get; set; } = kept?.Sku;
    public string? Unit { get; set; } = kept?.Unit ?? UnitCode.Piece;
    public string? TaxCategory { get; set; } = (kept?.TaxCategory ?? InvoiceSync.Customers.TaxCategory.S).ToString();
    public string? TaxRate { get; set; } = (kept?.TaxRate ?? 21).ToString("0.##", CultureInfo.CurrentCulture);
    public List<PriceForm> Prices { get; } = kept is { Prices.Count: > 0 } ? [.. kept.Prices.Select(p => new PriceForm(p))] : [new()];

    public bool HasRate => TaxCategory is null or nameof(InvoiceSync.Customers.TaxCategory.S);

    public ProductDetails Details => new()
    {
        Name = Name ?? "",
        Description = Description,
        Sku = Sku,
        Unit = Unit ?? "",
        Prices = [.. Prices.Where(p => !p.IsEmpty).Select(p => p.Price)],
        TaxCategory = Enum.TryParse<TaxCategory>(TaxCategory, out var category) ? category : InvoiceSync.Customers.TaxCategory.S,
        TaxRate = HasRate ? Rate(TaxRate) : 0,
        Metadata = kept?.Metadata ?? new Dictionary<string, string>(),
    };

    static decimal Rate(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var rate) ? rate : -1;
}
