using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// A line's figures without VAT. What comes back (prorations) has a negative quantity, since no price may be negative (BR-27). Example:
/// −30.25 with 21 % VAT in it is −1 × 25.00, VAT −5.25.
/// </summary>
readonly record struct LineFigures(decimal Quantity, decimal Price, decimal Discount, decimal Net)
{
    const int FinestPrice = 10;

    public static LineFigures Of(SourceLine line, LineVat vat, Currency currency)
    {
        var net = line.Amount - line.Discount - (vat.Inclusive ? vat.Tax : 0);
        var discount = vat.Inclusive ? new Rounding(currency).Of(line.Discount / (1 + vat.Rate / 100)) : line.Discount;
        var whole = net + discount;

        // The amount wins: tiers and fractions of a unit do not always multiply to it.
        var quantity = line.Quantity == 0 ? 1 : Math.Abs(line.Quantity);
        var price = line.UnitPrice is { } told && !vat.Inclusive ? Math.Abs(told) : Math.Round(Math.Abs(whole) / quantity, FinestPrice);
        if (currency.Round(quantity * price) != Math.Abs(whole)) (quantity, price) = (1, Math.Abs(whole));
        return new(whole < 0 ? -quantity : quantity, price, discount, net);
    }
}
