using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A postal address on the wire. Country is ISO 3166-1; a Romanian county is its name, its letters or RO-CJ, and a city of Bucharest names its sector.</summary>
sealed record AddressBody(string Street, string City, string? MoreStreet = null, string? PostalCode = null, string? County = null, string Country = "RO")
{
    public PostalAddress Address => new(Street, MoreStreet, City, PostalCode, County, Country);

    public static AddressBody Of(PostalAddress address) => new(address.Street, address.City, address.MoreStreet, address.PostalCode, address.County, address.Country);
}
