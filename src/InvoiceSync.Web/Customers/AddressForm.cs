using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>An address while it is being typed. One of which nothing but the country is there is none.</summary>
public sealed class AddressForm(PostalAddress? address)
{
    public string? Street { get; set; } = address?.Street;
    public string? MoreStreet { get; set; } = address?.MoreStreet;
    public string? City { get; set; } = address?.City;
    public string? PostalCode { get; set; } = address?.PostalCode;
    public string? County { get; set; } = address?.County;
    public string? Country { get; set; } = address?.Country ?? "RO";

    public PostalAddress? Address =>
        new[] { Street, MoreStreet, City, PostalCode, County }.All(string.IsNullOrWhiteSpace) && Country?.Trim() is null or "" or "RO"
            ? null
            : new(Street ?? "", MoreStreet, City ?? "", PostalCode, County, Country?.Trim() ?? "");

    /// <summary>The registered office: as an invoice wants it, or in the register's words where those do not tell enough.</summary>
    public void Fill(CompanyRecord company)
    {
        if (company.OfficeCheck is { Address: { } office })
            (Street, MoreStreet, City, PostalCode, County, Country) = (office.Street, office.MoreStreet, office.City, office.PostalCode, office.County, office.Country);
        else if (company.Office is { } raw)
            (Street, MoreStreet, City, PostalCode, County, Country) = (raw.Line1, raw.Line2, raw.City, raw.PostalCode, RomanianCounty.Find(raw.State)?.Code, "RO");
    }
}
