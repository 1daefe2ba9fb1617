using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Mapping;

/// <summary>The lines of a source's invoice: one domestic, exclusive VAT rate each, amounts as priced there.</summary>
static class InvoiceLines
{
    // UNECE Rec 20: piece. Sources do not tell units.
    const string Piece = "H87";

    public static List<TaxedLine> Of(SourceSale sale, GetTenant.View tenant) =>
        [.. sale.Lines.Select((line, at) => One(line, at, sale, tenant))];

    static TaxedLine One(SourceLine line, int at, SourceSale sale, GetTenant.View tenant)
    {
        var name = string.IsNullOrWhiteSpace(line.Description) ? "Services" : line.Description.Trim();
        SaleMapper.Unless(line.Amount >= 0 && line.Quantity >= 0, "line.negative", $"\"{name}\" is negative, as in a proration or correction.");
        SaleMapper.Unless(!line.IsProration, "line.proration", $"\"{name}\" is a proration.");
        SaleMapper.Unless(line.Discount >= 0 && line.Discount <= line.Amount, "line.discount", $"The discount of \"{name}\" is larger than its amount.");
        var tax = TaxOf(line, name);

        // The amount wins: tiers and fractions of a unit do not always multiply to it.
        var quantity = line.Quantity == 0 ? 1 : line.Quantity;
        var price = line.UnitPrice ?? line.Amount / quantity;
        if (sale.Currency.Round(quantity * price) != line.Amount) (quantity, price) = (1, line.Amount);

        var (start, end) = Period(line, tenant);
        return new(
            new((at + 1).ToString(CultureInfo.InvariantCulture), name, null, quantity, Piece, price, line.Discount, line.Amount - line.Discount, VatCategory.S, tax.Percentage!.Value)
            {
                PeriodStart = start,
                PeriodEnd = end,
            },
            tax.Amount);
    }

    static SourceTax TaxOf(SourceLine line, string name)
    {
        SaleMapper.Unless(line.Taxes.Count > 0, "line.without_vat", $"\"{name}\" has no VAT at the source.");
        SaleMapper.Unless(line.Taxes.Count == 1, "line.several_taxes", $"\"{name}\" has several taxes.");
        var tax = line.Taxes[0];
        SaleMapper.Unless(!tax.Inclusive, "line.tax_inclusive", $"The price of \"{name}\" includes its VAT.");
        SaleMapper.Unless(
            tax.Reason is null or "standard_rated" or "reduced_rated" or "product_reduced_rated" or "not_available",
            "line.special_vat", $"The VAT of \"{name}\" is special: {tax.Reason?.Replace('_', ' ')}.");
        SaleMapper.Unless(tax.Country is null or "RO", "line.foreign_vat", $"The VAT of \"{name}\" is of {tax.Country}.");
        SaleMapper.Unless(tax.Percentage is > 0, "line.vat_rate_unknown", $"The source does not tell the VAT rate of \"{name}\".");
        return tax;
    }

    // A source's period ends with the first instant that is no longer in it.
    static (DateOnly?, DateOnly?) Period(SourceLine line, GetTenant.View tenant)
    {
        if (line is not { PeriodStart: { } start, PeriodEnd: { } end } || end <= start) return default;
        return (tenant.DateOf(start), tenant.DateOf(end.AddSeconds(-1)));
    }
}
