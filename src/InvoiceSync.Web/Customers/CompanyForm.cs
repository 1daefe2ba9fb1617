using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>The company profile while it is being typed; it begins with the name the company was made under.</summary>
sealed class CompanyForm(Seller? seller, string company)
{
    public string? Name { get; set; } = seller?.Name ?? company;
    public string? TaxId { get; set; } = seller?.TaxId;
    public bool IsVatPayer { get; set; } = seller?.IsVatPayer ?? true;
    public bool PaysVatWhenPaid { get; set; } = seller?.PaysVatWhenPaid ?? false;
    public string? TradeRegister { get; set; } = seller?.TradeRegister;
    public string? Street { get; set; } = seller?.Address.Street;
    public string? City { get; set; } = seller?.Address.City;
    public string? PostalCode { get; set; } = seller?.Address.PostalCode;
    public string? County { get; set; } = seller?.Address.County;
    public string? Email { get; set; } = seller?.Email;
    public string? Phone { get; set; } = seller?.Phone;
    public string? Iban { get; set; } = seller?.Iban;
    public string? Bank { get; set; } = seller?.Bank;

    public Seller Seller => new(
        Name?.Trim() ?? "",
        Digits(TaxId),
        IsVatPayer,
        Said(TradeRegister),
        new PostalAddress(Street?.Trim() ?? "", seller?.Address.MoreStreet, City?.Trim() ?? "", Said(PostalCode), Said(County), "RO"),
        Said(Email),
        Said(Phone),
        Said(Iban)?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant(),
        Said(Bank))
    {
        PaysVatWhenPaid = PaysVatWhenPaid,
    };

    /// <summary>Takes over what the register says; an address it does not tell stays as it was typed.</summary>
    public void Fill(CompanyRecord company)
    {
        (Name, TaxId, IsVatPayer, TradeRegister) = (company.Name, company.Cui, company.IsVatPayer, company.RegistrationNumber ?? TradeRegister);
        var office = new AddressForm(null);
        office.Fill(company);
        (Street, City, PostalCode, County) = (office.Street ?? Street, office.City ?? City, office.PostalCode ?? PostalCode, office.County ?? County);
    }

    // People write RO12345678; the id is the digits, the prefix follows from being a VAT payer.
    static string Digits(string? taxId)
    {
        var text = taxId?.Trim() ?? "";
        return text.StartsWith("RO", StringComparison.OrdinalIgnoreCase) ? text[2..].Trim() : text;
    }

    static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
