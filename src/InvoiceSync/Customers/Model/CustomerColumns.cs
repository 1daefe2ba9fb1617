using System.Globalization;

namespace InvoiceSync.Customers.Model;

/// <summary>The columns of a customers' table, with the names Romanian books give them. Written as exported, read in any order.</summary>
static class CustomerColumns
{
    static readonly PostalAddress NoAddress = new("", null, "", null, null, "RO");
    static readonly CustomerContact NoContact = new("");

    /// <summary>Set answers null when the cell cannot be understood; what is understood and wrong the check of the customer tells.</summary>
    public sealed record Column(string Name, string[] Aliases, Func<CustomerDetails, string?> Get, Func<CustomerDetails, string, CustomerDetails?> Set);

    public static readonly IReadOnlyList<Column> All =
    [
        new("name", ["nume", "denumire"], c => c.Name, (c, v) => c with { Name = v }),
        new("kind", ["tip"], c => c.Kind == BuyerKind.Company ? "company" : "individual", (c, v) => Kind(v) is { } kind ? c with { Kind = kind } : null),
        new("tax_id", ["cui", "cif", "cnp", "cod fiscal"], c => c.TaxId, (c, v) => c with { TaxId = v }),
        new("vat_id", ["cod tva"], c => c.VatId, (c, v) => c with { VatId = v }),
        new("registration_number", ["registrul comertului", "reg com"], c => c.RegistrationNumber, (c, v) => c with { RegistrationNumber = v }),
        new("email", ["e-mail", "mail"], c => c.Email, (c, v) => c with { Email = v }),
        new("phone", ["telefon"], c => c.Phone, (c, v) => c with { Phone = v }),
        Address("street", ["strada", "adresa"], a => a.Street, (a, v) => a with { Street = v }),
        Address("street_2", [], a => a.MoreStreet, (a, v) => a with { MoreStreet = v }),
        Address("city", ["oras", "localitate"], a => a.City, (a, v) => a with { City = v }),
        Address("county", ["judet"], a => a.County, (a, v) => a with { County = v }),
        Address("postal_code", ["cod postal"], a => a.PostalCode, (a, v) => a with { PostalCode = v }),
        Address("country", ["tara"], a => a.Country, (a, v) => a with { Country = v }),
        Contact("contact_name", ["persoana de contact"], k => k.Name, (k, v) => k with { Name = v }),
        Contact("contact_email", [], k => k.Email, (k, v) => k with { Email = v }),
        Contact("contact_phone", [], k => k.Phone, (k, v) => k with { Phone = v }),
        Contact("contact_role", [], k => k.Role, (k, v) => k with { Role = v }),
        new("language", ["limba"], c => c.Language, (c, v) => c with { Language = v }),
        new("payment_terms", ["termen de plata", "zile"], c => c.PaymentTermDays?.ToString(CultureInfo.InvariantCulture), (c, v) => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? c with { PaymentTermDays = days } : null),
        new("currency", ["moneda"], c => c.Currency, (c, v) => c with { Currency = v }),
        new("send_invoices", [], c => c.SendsInvoices ? "yes" : "no", (c, v) => Flag(v) is { } flag ? c with { SendsInvoices = flag } : null),
        new("send_reminders", [], c => c.SendsReminders ? "yes" : "no", (c, v) => Flag(v) is { } flag ? c with { SendsReminders = flag } : null),
        new("notes", ["note", "observatii"], c => c.Notes, (c, v) => c with { Notes = v }),
    ];

    /// <summary>The column of a header, in whatever case, spaces or underscores, with or without diacritics.</summary>
    public static Column? Find(string header) => All.FirstOrDefault(c => c.Aliases.Prepend(c.Name).Any(name => FoldedText.Of(name) == FoldedText.Of(header)));

    static Column Address(string name, string[] aliases, Func<PostalAddress, string?> get, Func<PostalAddress, string, PostalAddress> set) => new(
        name, aliases, c => c.BillingAddress is { } address ? get(address) : null, (c, v) => c with { BillingAddress = set(c.BillingAddress ?? NoAddress, v) });

    // One contact a row: further ones are added on the customer's page.
    static Column Contact(string name, string[] aliases, Func<CustomerContact, string?> get, Func<CustomerContact, string, CustomerContact> set) => new(
        name, aliases, c => c.Contacts is [var first, ..] ? get(first) : null, (c, v) => c with { Contacts = [set(c.Contacts is [var first, ..] ? first : NoContact, v)] });

    static BuyerKind? Kind(string text) => FoldedText.Of(text) switch
    {
        "COMPANY" or "FIRMA" or "PJ" or "PERSOANA JURIDICA" => BuyerKind.Company,
        "INDIVIDUAL" or "PERSON" or "PERSOANA" or "PF" or "PERSOANA FIZICA" => BuyerKind.Individual,
        _ => null,
    };

    static bool? Flag(string text) => FoldedText.Of(text) switch
    {
        "YES" or "TRUE" or "DA" or "1" => true,
        "NO" or "FALSE" or "NU" or "0" => false,
        _ => null,
    };
}
