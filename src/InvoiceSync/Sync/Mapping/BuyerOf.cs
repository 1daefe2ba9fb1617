using InvoiceSync.Customers;

namespace InvoiceSync.Sync.Mapping;

/// <summary>The buyer of a sale: what the source knows, over it what a person corrected. Company when there is a tax number, else individual.</summary>
static class BuyerOf
{
    const string Nobody = "-";

    public static Buyer Sale(SourceSale sale, BuyerDetails correction, SaleFields? fields = null)
    {
        var customer = sale.Customer;
        var details = Details(customer, correction, fields);
        SaleMapper.Unless(!string.IsNullOrWhiteSpace(details.Name), "buyer.name_missing", "The buyer has no name.");

        var check = AddressCheck.Of(new RawAddress(details.Street, correction.Street is null ? customer.Address?.Line2 : null, details.City, details.County, details.PostalCode, details.Country));
        if (check.Address is not { } address) throw new UnusualSaleException("buyer.address_incomplete", string.Join(' ', check.Errors.Select(e => e.Message)));

        var (kind, legal, vat) = Identity(details, customer, address, fields?.Cnp);
        return new(kind, details.Name.Trim(), legal, vat, address, customer.Email);
    }

    /// <summary>The details the invoice would use, for showing and correcting.</summary>
    public static BuyerDetails Details(SourceCustomer customer, BuyerDetails correction, SaleFields? fields = null) => new(
        correction.Name ?? customer.BusinessName ?? customer.Name ?? customer.Email,
        correction.TaxId ?? TaxId(customer)?.Value ?? fields?.TaxId,
        correction.Street ?? customer.Address?.Line1,
        correction.City ?? customer.Address?.City,
        correction.PostalCode ?? customer.Address?.PostalCode,
        correction.County ?? customer.Address?.State,
        correction.Country ?? customer.Address?.Country);

    static (BuyerKind, string? Legal, string? Vat) Identity(BuyerDetails details, SourceCustomer customer, PostalAddress address, string? cnp)
    {
        if (details.TaxId is not { } taxId || string.IsNullOrWhiteSpace(taxId) || taxId.Trim() == Nobody)
        {
            SaleMapper.Unless(customer.BusinessName is null || details.TaxId?.Trim() == Nobody, TaxIdReason.Missing, "The buyer is a company but gives no tax number.");
            SaleMapper.Unless(cnp is null || !address.IsRomanian || Cnp.IsValid(cnp), "buyer.cnp_wrong", "The buyer's CNP is not valid: 13 digits with a right check digit.");
            return (BuyerKind.Individual, cnp, null);
        }

        // Stripe's ro_tin takes a person's number too. Whether it is told is for the company to say.
        if (address.IsRomanian && customer.BusinessName is null && Cnp.IsValid(taxId.Trim())) return (BuyerKind.Individual, cnp, null);
        if (!address.IsRomanian) return (BuyerKind.Company, taxId.Trim(), VatId(VatNumber.Normalize(taxId)));
        if (!Cui.TryParse(taxId, out var cui)) throw new UnusualSaleException(TaxIdReason.Wrong, $"The tax number {taxId} is not a valid CUI.");
        // Only a VAT payer's number is written with RO; a bare CUI says the company is not registered for VAT.
        return (BuyerKind.Company, cui.Digits, taxId.Trim().StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? cui.VatId : null);
    }

    // BT-48 begins with a country; a Spanish CIF or a Swiss UID of another shape is a number, but no VAT number.
    static string? VatId(string taxId) =>
        taxId.Length > 2 && (taxId.StartsWith("EL", StringComparison.Ordinal) || Country.IsKnown(taxId[..2])) && char.IsAsciiLetter(taxId[1]) ? taxId : null;

    static SourceTaxId? TaxId(SourceCustomer customer) =>
        customer.TaxIds.FirstOrDefault(t => t.Type == "eu_vat") ?? customer.TaxIds.FirstOrDefault(t => t.Type == "ro_tin") ?? (customer.TaxIds is [var any, ..] ? any : null);
}
