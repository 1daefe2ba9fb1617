using InvoiceSync.Customers;
using InvoiceSync.Fiscal.Ubl;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Which VAT identifiers each category of VAT asks for, and which it forbids.</summary>
static class VatIdRules
{
    public static IEnumerable<Broken> Check(InvoiceDocument document)
    {
        var (seller, buyer) = (document.Seller, document.Buyer);
        var buyerHasVat = UblParties.HasCountryPrefix(buyer.VatId);
        foreach (var category in document.Vat.Select(row => row.Category).Distinct())
        {
            switch (category)
            {
                case VatCategory.S when !seller.IsVatPayer:
                    yield return new("IS-033", "Seller.IsVatPayer", RuleKeys.SellerNotRegistered);
                    break;
                case VatCategory.AE when !seller.IsVatPayer || buyer.Kind == BuyerKind.Individual:
                    yield return new("IS-035", "Buyer.VatId", RuleKeys.VatIdsMissing);
                    break;
                case VatCategory.K when !seller.IsVatPayer || !buyerHasVat:
                    yield return new("BR-IC-02", "Buyer.VatId", RuleKeys.VatIdsMissing);
                    break;
                case VatCategory.G when !seller.IsVatPayer:
                    yield return new("BR-G-02", "Seller.IsVatPayer", RuleKeys.VatIdsMissing);
                    break;
                case VatCategory.O when seller.IsVatPayer || buyerHasVat:
                    yield return new("BR-O-02", seller.IsVatPayer ? "Seller.IsVatPayer" : "Buyer.VatId", RuleKeys.VatIdsNotAllowed);
                    break;
            }

            if (category == VatCategory.K && document.Delivery is null) yield return new("BR-IC-12", "Delivery.Address.Street", RuleKeys.DeliveryMissing);
            // Goods that stay in the country are no intra-Community supply, whoever buys them.
            if (category == VatCategory.K && document.Delivery is { To.IsRomanian: true }) yield return new("IS-036", "Delivery.Address.Country", RuleKeys.DeliveryMissing, "RO");
            if (category == VatCategory.O && document.Vat.Any(row => row.Category != VatCategory.O)) yield return new("BR-O-11", "Vat", RuleKeys.OutsideMixed);
        }
    }
}
