using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// A payment without invoice tells no VAT. The owner says once which rate such payments include; without that word each one
/// waits. Example at 21 %: 121.00 paid is 100.00 net and 21.00 VAT. Who is no VAT payer needs no rate.
/// </summary>
static class ChargeLine
{
    public static List<TaxedLine> Of(MappedSale mapped, decimal? rate)
    {
        var sale = mapped.Source;
        var name = string.IsNullOrWhiteSpace(sale.Description) ? "Services" : sale.Description.Trim();
        if (!mapped.Seller.IsVatPayer) return [new(new("1", name, null, 1, "H87", sale.Total, 0, sale.Total, VatCategory.O, 0), 0)];

        // The seller's own word about this payment comes before the rate that payments usually include.
        if (mapped.Category is { } said and not VatCategory.S) return [new(new("1", name, null, 1, "H87", sale.Total, 0, sale.Total, said, 0), 0)];
        SaleMapper.Unless(rate is not null, "charge.rate_missing", "Say in the Stripe settings which VAT rate payments without invoice include.");
        SaleMapper.Unless(VatRates.Allow(rate.Value, null, null, mapped.IssuedOn), "line.rate_of_another_day", $"{rate.Value:0.##} % was no VAT rate on the day of this payment.");
        // An e-invoice takes two decimals even where the currency has three (BR-DEC-23).
        var net = new Rounding(sale.Currency).Of(sale.Total / (1 + rate.Value / 100));
        return [new(new("1", name, null, 1, "H87", net, 0, net, VatCategory.S, rate.Value), sale.Total - net)];
    }
}
