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
}
