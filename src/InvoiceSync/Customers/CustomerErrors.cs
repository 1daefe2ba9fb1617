using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

static class CustomerErrors
{
    public static readonly Error NameMissing = Error.Invalid("name.missing", "Enter the company's name as registered.", nameof(Seller.Name));
    public static readonly Error TaxIdWrong = Error.Invalid("tax_id.invalid", "This is not a Romanian CUI: 2 to 10 digits with a right check digit. Compare it with the registration certificate.", nameof(Seller.TaxId));
    public static readonly Error TaxIdOfPerson = Error.Invalid("tax_id.personal", "This is the CNP of a person. Enter the company's CUI.", nameof(Seller.TaxId));
    public static readonly Error IbanWrong = Error.Invalid("iban.invalid", "This is not an IBAN: its check digits are wrong. Copy it from the bank's statement.", nameof(Seller.Iban));
    public static readonly Error EmailWrong = Error.Invalid("email.invalid", "This is not an e-mail address.", nameof(Seller.Email));
    public static readonly Error SellerAbroad = Error.Invalid("address.foreign", "Only companies with an address in Romania can file here.", nameof(PostalAddress.Country));

    public static readonly Error StreetMissing = Error.Invalid("address.street_missing", "Add the street and number; ANAF refuses an invoice without them.", nameof(PostalAddress.Street));
    public static readonly Error CityMissing = Error.Invalid("address.city_missing", "Add the city or village; ANAF refuses an invoice without it.", nameof(PostalAddress.City));
    public static readonly Error CountyUnknown = Error.Invalid("address.county_unknown", "Choose the county. Neither the county nor the postal code given tells which one it is.", nameof(PostalAddress.County));
    public static readonly Error SectorUnknown = Error.Invalid("address.sector_unknown", "Choose the sector. For Bucharest ANAF takes SECTOR1 to SECTOR6 as the city, and neither text nor postal code tells which.", nameof(PostalAddress.City));
    public static readonly Error CountryUnknown = Error.Invalid("address.country_unknown", "Choose the country.", nameof(PostalAddress.Country));

    public static Error TooLong(string field, int longest) =>
        Error.Invalid("text.too_long", $"Shorten this to {longest} characters; ANAF refuses longer ones.", field);
}
