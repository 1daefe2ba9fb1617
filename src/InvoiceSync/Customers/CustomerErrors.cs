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

    public static readonly Error NotFound = Error.NotFound("customer.not_found", "There is no such customer.");
    public static readonly Error Changed = Error.Conflict("row.changed", "Someone else changed this in the meantime. Look again, then repeat.");
    public static readonly Error Archived = Error.Refused("customer.archived", "This customer is archived. Restore it first.");
    public static readonly Error Merged = Error.Refused("customer.already_merged", "This customer was merged into another one. Use that one.");
    public static readonly Error SameCustomer = Error.Invalid("customer.same", "Choose two different customers to merge.");
    public static readonly Error AddressMissing = Error.Refused("customer.address_missing", "Add the customer's billing address; an invoice needs it.");
    public static readonly Error TaxIdMissing = Error.Refused("customer.tax_id_missing", "Add the company's CUI or VAT number, or say that the customer is an individual; an invoice needs it.");
    public static readonly Error BuyerNameMissing = Error.Invalid("customer.name_missing", "Enter the customer's name: a company's as registered, a person's in full.", nameof(CustomerDetails.Name));
    public static readonly Error KindUnknown = Error.Invalid("customer.kind_unknown", "Say whether the customer is a company or an individual.", nameof(CustomerDetails.Kind));
    public static readonly Error CnpWrong = Error.Invalid("cnp.invalid", "This is not a CNP: 13 digits with a right check digit. Leave it empty when the person gives none; a hidden one has to be typed again.", nameof(CustomerDetails.TaxId));
    public static readonly Error VatIdOfAnother = Error.Invalid("vat_id.mismatched", "The VAT number belongs to another company than the CUI. One of them is mistyped, or empty the VAT number.", nameof(CustomerDetails.VatId));
    public static readonly Error TermsWrong = Error.Invalid("payment_terms.invalid", "Give the days until payment is due as a whole number from 0 to 365.", nameof(CustomerDetails.PaymentTermDays));
    public static readonly Error LanguageUnknown = Error.Invalid("language.unknown", "Choose ro or en: documents and mails are written in these.", nameof(CustomerDetails.Language));
    public static readonly Error CurrencyUnknown = Error.Invalid("currency.unknown", "A currency is three letters of ISO 4217, like RON or EUR.", nameof(CustomerDetails.Currency));
    public static readonly Error PartsTooMany = Error.Invalid("customer.parts_too_many", "A customer has at most twenty contacts and twenty delivery addresses.", nameof(CustomerDetails.Contacts));
    public static readonly Error LabelMissing = Error.Invalid("customer.label_missing", "Name each delivery address, like warehouse or shop.", nameof(CustomerDetails.DeliveryAddresses));
    public static readonly Error ContactNameMissing = Error.Invalid("customer.contact_unnamed", "Give each contact a name.", nameof(CustomerDetails.Contacts));
    public static readonly Error ContactEmailWrong = Error.Invalid("customer.contact_email_invalid", "One of the contacts has something that is not an e-mail address.", nameof(CustomerDetails.Contacts));
    public static readonly Error MetadataTooLarge = Error.Invalid("metadata.too_large", "Keep at most 50 keys of 40 characters, without brackets, and values of 500.", nameof(CustomerDetails.Metadata));

    public static Error VatIdWrong(string? form) => Error.Invalid(
        "vat_id.invalid",
        form is null ? "A VAT number begins with its country, like RO18547290 or DE123456789." : $"A VAT number of this country looks like {form}: 9 is a digit, A a letter, * either. Compare it with the customer's papers.",
        nameof(CustomerDetails.VatId));

    public static Error TooLong(string field, int longest) =>
        Error.Invalid("text.too_long", $"Shorten this to {longest} characters; ANAF refuses longer ones.", field);
}
