using InvoiceSync.Customers;
using InvoiceSync.Web.Customers;

namespace InvoiceSync.Web.Invoicing;

public sealed partial class DraftForm
{
    /// <summary>The buyer as a customer to be kept.</summary>
    public CustomerDetails Customer => new()
    {
        Kind = IsCompany ? BuyerKind.Company : BuyerKind.Individual,
        Name = Name.Trim(),
        TaxId = Said(TaxId),
        Email = Said(Email),
        BillingAddress = Said(Street) is null && Said(City) is null ? null : new(Street ?? "", kept.Buyer.Address.Line2, City ?? "", Said(PostalCode), Said(County), Said(Country) ?? ""),
        Language = Language,
        PaymentTermDays = Content.TermDays,
        Currency = Content.Currency.Code,
    };

    /// <summary>Takes the buyer from a customer; what the customer says nothing of stays as it is.</summary>
    public void Take(CustomerId id, CustomerDetails customer)
    {
        CustomerId = id;
        (IsCompany, Name, Email) = (customer.Kind == BuyerKind.Company, customer.Name, customer.Email);
        TaxId = IsCompany ? customer.VatId ?? customer.TaxId : customer.TaxId;
        var address = customer.BillingAddress;
        (Street, City, County, PostalCode, Country) = (Joined(address), address?.City, address?.County, address?.PostalCode, address?.Country ?? "RO");
        kept = kept with { Buyer = kept.Buyer with { Address = kept.Buyer.Address with { Line2 = null } } };
        Language = customer.Language;
        if (customer.PaymentTermDays is { } days) Terms = TypedFigure.Text(days);
        if (customer.Currency is { } currency) Currency = currency;
    }

    /// <summary>Takes the buyer from the register of taxpayers; whether it is one of the customers stays as it is.</summary>
    public void Fill(CompanyRecord company)
    {
        (IsCompany, Name, TaxId) = (true, company.Name, company.VatId ?? company.Cui);
        var office = new AddressForm(null);
        office.Fill(company);
        (Street, City, County, PostalCode, Country) = (office.Street ?? Street, office.City ?? City, office.County ?? County, office.PostalCode ?? PostalCode, "RO");
    }

    /// <summary>A name typed anew is no longer that customer's.</summary>
    public void Rename(string name) => (Name, CustomerId) = (name, name.Trim() == Name.Trim() ? CustomerId : null);

    static string? Joined(PostalAddress? address) => address?.MoreStreet is { } more ? $"{address.Street}, {more}" : address?.Street;
}
