using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync.Mapping;

/// <summary>What a sale without VAT asks of its buyer: numbers for some categories, none for others, a place for goods that leave.</summary>
static class UntaxedBuyer
{
    public static Buyer Of(Buyer buyer, List<VatBreakdown> vat)
    {
        foreach (var category in vat.Select(v => v.Category))
        {
            SaleMapper.Unless(category != VatCategory.AE || buyer.Kind == BuyerKind.Company, TaxIdReason.OfPerson, "Reverse charge is for companies, and the buyer gives no tax number.");
            SaleMapper.Unless(category != VatCategory.K || buyer.VatId is not null, TaxIdReason.NoVatId, "Goods go to another member state without VAT only to a buyer with a VAT number (VIES).");
        }

        // BR-O-02: where the seller is outside VAT, the buyer shows no VAT number either; the bare number stays.
        return vat.Any(v => v.Category == VatCategory.O) ? buyer with { VatId = null } : buyer;
    }

    public static GoodsDelivery? Delivery(MappedSale sale, List<VatBreakdown> vat, DateOnly on)
    {
        if (!vat.Any(v => v.Category is VatCategory.K or VatCategory.G)) return null;
        var to = sale.Source.Customer.ShipTo is { } typed ? AddressCheck.Of(new RawAddress(typed.Line1, typed.Line2, typed.City, typed.State, typed.PostalCode, typed.Country)).Address : null;
        to ??= sale.Buyer.Address;
        SaleMapper.Unless(!to.IsRomanian && sale.Source.Customer.ShipTo?.Country != "RO", "sale.goods_stay", "Goods that stay in Romania are sold with VAT, whoever buys them.");
        // Art. 294: where the goods go decides, not where the buyer sits. Northern Ireland has a prefix of its own and Britain's country.
        var inUnion = VatNumber.FormOf(to.Country) is not null || to.Country == "GB" && sale.Buyer.VatId?.StartsWith("XI", StringComparison.Ordinal) == true;
        SaleMapper.Unless(vat.TrueForAll(v => v.Category != (inUnion ? VatCategory.G : VatCategory.K)), "sale.goods_elsewhere", "Goods go to another member state (K) or out of the Union (G): the place of delivery says otherwise than the VAT.");
        return new(on, to);
    }
}
