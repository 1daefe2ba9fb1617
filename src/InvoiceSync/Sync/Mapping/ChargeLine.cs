using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// A payment without invoice tells no VAT. The owner says once which rate such payments include; without that word each one
/// waits. Example at 21 %: 121.00 paid is 100.00 net and 21.00 VAT.
/// </summary>
static class ChargeLine
{
    public static List<TaxedLine> Of(SourceSale sale, decimal? rate)
    {
        SaleMapper.Unless(rate is not null, "charge.rate_missing", "Say in the Stripe settings which VAT rate payments without invoice include.");
        // An e-invoice takes two decimals even where the currency has three (BR-DEC-23).
        var net = Math.Round(sale.Total / (1 + rate.Value / 100), Math.Min(sale.Currency.Decimals, 2), MidpointRounding.AwayFromZero);
        var name = string.IsNullOrWhiteSpace(sale.Description) ? "Services" : sale.Description.Trim();
        return [new(new("1", name, null, 1, "H87", net, 0, net, VatCategory.S, rate.Value), sale.Total - net)];
    }
}
