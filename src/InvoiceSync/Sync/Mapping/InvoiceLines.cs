using System.Globalization;
using InvoiceSync.Invoicing;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Sync.Mapping;

/// <summary>The lines of a source's invoice, amounts as priced there, each with one VAT category and rate.</summary>
static class InvoiceLines
{
    // UNECE Rec 20: piece. Sources do not tell units.
    const string Piece = "H87";

    public static List<TaxedLine> Of(MappedSale sale) => [.. sale.Source.Lines.Select((line, at) => One(line, at, sale))];

    static TaxedLine One(SourceLine line, int at, MappedSale sale)
    {
        var name = string.IsNullOrWhiteSpace(line.Description) ? "Services" : line.Description.Trim();
        SaleMapper.Unless(line.Discount * line.Amount >= 0 && Math.Abs(line.Discount) <= Math.Abs(line.Amount), "line.discount", $"The discount of \"{name}\" is larger than its amount.");
        var vat = LineVat.Of(line, name, sale);
        var (start, end) = Period(line, sale.Tenant);
        SaleMapper.Unless(vat.Category != VatCategory.S || VatRates.Allow(vat.Rate, start, end, sale.IssuedOn), "line.rate_of_another_day",
            $"{vat.Rate:0.##} % is no VAT rate of the days \"{name}\" was supplied on.");

        var figures = LineFigures.Of(line, vat, sale.Source.Currency);
        return new(
            new((at + 1).ToString(CultureInfo.InvariantCulture), name, null, figures.Quantity, Piece, figures.Price, figures.Discount, figures.Net, vat.Category, vat.Rate)
            {
                PeriodStart = start,
                PeriodEnd = end,
            },
            vat.Tax);
    }

    // A source's period ends with the first instant that is no longer in it.
    static (DateOnly?, DateOnly?) Period(SourceLine line, GetTenant.View tenant)
    {
        if (line is not { PeriodStart: { } start, PeriodEnd: { } end } || end <= start) return default;
        return (tenant.DateOf(start), tenant.DateOf(end.AddSeconds(-1)));
    }
}
