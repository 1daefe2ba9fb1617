using System.Globalization;
using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A price while it is being typed; without an amount it is none.</summary>
public sealed class PriceForm(ProductPrice? price = null)
{
    public string? Currency { get; set; } = price?.Currency ?? "RON";
    public string? Amount { get; set; } = price?.Amount.ToString("0.00####", CultureInfo.CurrentCulture);

    public bool IsEmpty => string.IsNullOrWhiteSpace(Amount);

    // A text that is no amount becomes one the command refuses at its field.
    public ProductPrice Price => new(
        Currency ?? "", decimal.TryParse(Amount, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.CurrentCulture, out var amount) ? amount : -1);
}
