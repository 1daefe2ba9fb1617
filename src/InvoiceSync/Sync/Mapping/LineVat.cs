using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Sync.Mapping;

/// <summary>
/// Which VAT a line bears. Where the source charged some, that; where it charged none, the category its reason, the buyer's
/// country and what the company sells tell together. What they leave open waits for a person.
/// </summary>
sealed record LineVat(VatCategory Category, decimal Rate = 0, decimal Tax = 0, bool Inclusive = false)
{
    public static LineVat Of(SourceLine line, string name, MappedSale sale)
    {
        if (!sale.Seller.IsVatPayer)
        {
            SaleMapper.Unless(line.Taxes.All(t => t.Amount == 0), "seller.outside_vat", "Your company is no VAT payer, but Stripe charged VAT. Take the tax out of your prices in Stripe.");
            return new(VatCategory.O);
        }

        if (line.Taxes.Count == 0 && sale.Category is { } said) return new(said);
        SaleMapper.Unless(line.Taxes.Count > 0, "line.without_vat", $"\"{name}\" has no VAT at the source.");
        SaleMapper.Unless(line.Taxes.Count == 1, "line.several_taxes", $"\"{name}\" has several taxes.");
        var tax = line.Taxes[0];
        return tax.Amount == 0 && (sale.Category is not null || IsUntaxed(tax)) ? new(sale.Category ?? Untaxed(tax, name, sale)) : Taxed(tax, name);
    }

    static bool IsUntaxed(SourceTax tax) => tax.Reason is not (null or "standard_rated" or "reduced_rated" or "product_reduced_rated" or "not_available") || tax.Percentage == 0;

    static LineVat Taxed(SourceTax tax, string name)
    {
        SaleMapper.Unless(tax.Reason is null || !IsUntaxed(tax), "line.special_vat", $"The VAT of \"{name}\" is special: {tax.Reason?.Replace('_', ' ')}.");
        SaleMapper.Unless(tax.Country is null or "RO", "line.foreign_vat", $"The VAT of \"{name}\" is of {tax.Country}.");
        SaleMapper.Unless(tax.Percentage is > 0, "line.vat_rate_unknown", $"The source does not tell the VAT rate of \"{name}\".");
        return new(VatCategory.S, tax.Percentage.Value, tax.Amount, tax.Inclusive);
    }

    // Reverse charge between Romanian companies, or of services within the Union (Fiscal Code art. 331, 278(2)), is AE; goods that leave are K or G (art. 294).
    static VatCategory Untaxed(SourceTax tax, string name, MappedSale sale) => (tax.Reason, Where(sale.Buyer)) switch
    {
        ("reverse_charge", Place.Here) => VatCategory.AE,
        ("zero_rated", Place.Here) => VatCategory.Z,
        ("customer_exempt" or "product_exempt" or "product_exempt_holiday", Place.Here) => VatCategory.E,
        ("reverse_charge" or "customer_exempt" or "zero_rated" or "not_subject_to_tax", Place.Union) => sale.Rules.SellsGoods ? VatCategory.K : VatCategory.AE,
        ("reverse_charge" or "customer_exempt" or "zero_rated" or "not_subject_to_tax", Place.Outside) when sale.Rules.SellsGoods => VatCategory.G,
        ("product_exempt" or "product_exempt_holiday", _) => VatCategory.E,
        (var reason, _) => throw new UnusualSaleException("line.special_vat", $"The VAT of \"{name}\" is special: {reason?.Replace('_', ' ') ?? "a rate of 0"}."),
    };

    enum Place
    {
        Here,
        Union,
        Outside,
    }

    static Place Where(Buyer buyer) => buyer.Address.IsRomanian ? Place.Here : VatNumber.FormOf(buyer.Address.Country) is not null ? Place.Union : Place.Outside;
}
