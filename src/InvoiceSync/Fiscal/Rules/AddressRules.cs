using InvoiceSync.Customers;
using InvoiceSync.Invoicing;

namespace InvoiceSync.Fiscal.Rules;

/// <summary>Postal addresses, with the ids ANAF uses for the seller and for the buyer.</summary>
static class AddressRules
{
    sealed record Ids(string Street, string City, string Sector, string County, string Country, string CityLength, string PostalLength, string StreetLength);

    static readonly Ids Seller = new("BR-RO-081", "BR-RO-091", "BR-RO-100", "BR-RO-110", "BR-09", "BR-RO-L0501", "BR-RO-L0201", "BR-RO-L1003");
    static readonly Ids Buyer = new("BR-RO-082", "BR-RO-092", "BR-RO-101", "BR-RO-111", "BR-11", "BR-RO-L0502", "BR-RO-L0202", "BR-RO-L1008");

    static readonly Ids Delivery = new("BR-RO-180", "BR-RO-201", "BR-RO-202", "BR-RO-212", "BR-57", "BR-RO-L0504", "BR-RO-L0204", "BR-RO-L1013");

    public static IEnumerable<Broken> Check(InvoiceDocument document) =>
    [
        .. Of(document.Seller.Address, "Seller.Address", Seller),
        .. Of(document.Buyer.Address, "Buyer.Address", Buyer),
        .. document.Delivery is { } delivery ? Of(delivery.To, "Delivery.Address", Delivery) : [],
    ];

    static IEnumerable<Broken> Of(PostalAddress address, string at, Ids ids)
    {
        if (PlainText.Length(address.Street) == 0) yield return new(ids.Street, $"{at}.Street", RuleKeys.StreetMissing);
        if (StreetLines.Of(address.Street, address.MoreStreet).Overflow is { Length: > 0 } overflow) yield return new(ids.StreetLength, $"{at}.Street", RuleKeys.TextTooLong, overflow);

        if (PlainText.Length(address.City) == 0) yield return new(ids.City, $"{at}.City", RuleKeys.CityMissing);
        if (PlainText.Length(address.City) is > 50 and var city) yield return Too.Long(ids.CityLength, $"{at}.City", city, 50);
        if (PlainText.Length(address.PostalCode) is > 20 and var postal) yield return Too.Long(ids.PostalLength, $"{at}.PostalCode", postal, 20);

        if (string.IsNullOrWhiteSpace(address.Country)) yield return new(ids.Country, $"{at}.Country", RuleKeys.CountryUnknown);
        else if (!Country.IsKnown(address.Country)) yield return new("BR-CL-14", $"{at}.Country", RuleKeys.CountryUnknown, address.Country);

        if (!address.IsRomanian) yield break;
        if (address.County is null || RomanianCounty.All.All(county => county.Code != address.County)) yield return new(ids.County, $"{at}.County", RuleKeys.CountyUnknown, address.County);
        if (address.County == "RO-B" && PlainText.Length(address.City) > 0 && !BucharestSector.IsSector(address.City)) yield return new(ids.Sector, $"{at}.City", RuleKeys.SectorUnknown, address.City);
    }
}
