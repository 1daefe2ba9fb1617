using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Invoicing;

/// <summary>One row of the sheet while it is being typed; figures stay as typed until they are figures.</summary>
public sealed class DraftLineForm(DraftLine line)
{
    DraftLine kept = line;

    public int Key { get; init; }

    public string Name { get; set; } = line.Name;
    public string Quantity { get; set; } = TypedFigure.Text(line.Quantity);
    public string Unit { get; set; } = line.Unit;
    public string Price { get; set; } = TypedFigure.Text(line.UnitPrice);
    public string Off { get; set; } = line.Discount?.Percent is { } percent ? TypedFigure.Text(percent) : "";

    /// <summary>A rate like 21, or the letter of a category without VAT.</summary>
    public string Vat { get; set; } = VatPick.Text(line.Category, line.Rate);

    public string? Law { get; set; } = line.ExemptionReason;

    public bool IsEmpty => Name.Length + Quantity.Length + Price.Length == 0;

    public bool NeedsLaw => Vat == nameof(VatCategory.E);

    /// <summary>Takes over what is known of a product: its price in the draft's currency if it has one, with VAT where prices are meant so.</summary>
    public void Take(ProductId id, ProductDetails product, Currency currency, bool withVat)
    {
        (Name, Unit, kept) = (product.Name, product.Unit, kept with { ProductId = id, Description = product.Description });
        Vat = product.TaxCategory == TaxCategory.S ? TypedFigure.Text(product.TaxRate) : product.TaxCategory.ToString();
        if (Quantity.Length == 0) Quantity = "1";
        var price = product.Prices.FirstOrDefault(p => p.Currency == currency.Code)?.Amount;
        Price = TypedFigure.Text(withVat && price is { } net ? currency.Round(net * (1 + product.TaxRate / 100)) : price);
    }

    public DraftLine Line => kept with
    {
        Name = Name.Trim(),
        Quantity = TypedFigure.Of(Quantity),
        UnitPrice = TypedFigure.Of(Price),
        Unit = Unit,
        Category = Category,
        Rate = Category == VatCategory.S ? TypedFigure.Of(Vat) : null,
        Discount = TypedFigure.Of(Off) is { } percent and not 0 ? new(Percent: percent) : kept.Discount is { Amount: not null } ? kept.Discount : null,
        // A reason given to another category, as by a program, stays with it.
        ExemptionReason = NeedsLaw || Category == kept.Category ? Law : null,
    };

    VatCategory Category => VatPick.Category(Vat);
}
