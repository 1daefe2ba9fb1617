namespace InvoiceSync.Customers;

/// <summary>A postal address (EN 16931 BG-5, BG-8). Country is ISO 3166-1 alpha-2; a Romanian county is ISO 3166-2 like RO-CJ.</summary>
public sealed record PostalAddress(
    string Street,
    string? MoreStreet,
    string City,
    string? PostalCode,
    string? County,
    string Country)
{
    public bool IsRomanian => Country == "RO";
}
