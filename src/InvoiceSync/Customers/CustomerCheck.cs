using InvoiceSync.Kernel;

namespace InvoiceSync.Customers;

/// <summary>A customer as it may be saved: tidied, numbers and addresses in the form an invoice needs. Errors name the field each points at.</summary>
sealed record CustomerCheck(CustomerDetails Details, TaxNumbers Numbers, IReadOnlyList<Error> Errors)
{
    public const int LongestName = 200;   // BR-RO-L201
    public const int LongestContact = 100; // BR-RO-L1005, L1006
    public const int LongestNotes = 5000;
    const int LongestTerm = 365;
    const int MostParts = 20;
    static readonly string[] Languages = ["ro", "en"];

    public static CustomerCheck Of(CustomerDetails typed, string? keptPersonalNumber = null)
    {
        var errors = new List<Error>();
        var numbers = TaxNumbers.Of(typed, keptPersonalNumber, errors);
        var tidy = new CustomerDetails
        {
            Kind = typed.Kind,
            Name = PlainText.Tidy(typed.Name),
            TaxId = numbers.TaxId,
            VatId = numbers.VatId,
            RegistrationNumber = Said(typed.RegistrationNumber),
            Email = Said(typed.Email)?.ToLowerInvariant(),
            Phone = Said(typed.Phone),
            BillingAddress = typed.BillingAddress is { } address ? Checked(address, errors, null) : null,
            DeliveryAddresses = [.. typed.DeliveryAddresses.Select(d => new DeliveryAddress(PlainText.Tidy(d.Label), Checked(d.Address, errors, nameof(CustomerDetails.DeliveryAddresses))))],
            Contacts = [.. typed.Contacts.Select(c => new CustomerContact(PlainText.Tidy(c.Name), Said(c.Email)?.ToLowerInvariant(), Said(c.Phone), Said(c.Role)))],
            Language = Said(typed.Language)?.ToLowerInvariant(),
            PaymentTermDays = typed.PaymentTermDays,
            Currency = Said(typed.Currency)?.ToUpperInvariant(),
            SendsInvoices = typed.SendsInvoices,
            SendsReminders = typed.SendsReminders,
            Metadata = Customers.Metadata.Tidied(typed.Metadata),
            Notes = PlainText.Lines(typed.Notes) is { Length: > 0 } notes ? notes : null,
        };
        Check(tidy, errors);
        return new(tidy, numbers, errors);
    }

    public CustomerCheck OrRefuse() => Errors is [var first, ..] ? throw new RuleBrokenException(first) : this;

    static void Check(CustomerDetails it, List<Error> errors)
    {
        Require(it.Name.Length > 0, CustomerErrors.BuyerNameMissing);
        Require(Enum.IsDefined(it.Kind), CustomerErrors.KindUnknown);
        Require(it.Email is null || EmailText.LooksRight(it.Email), CustomerErrors.EmailWrong);
        Require(it.PaymentTermDays is null or (>= 0 and <= LongestTerm), CustomerErrors.TermsWrong);
        Require(it.Language is null || Languages.Contains(it.Language), CustomerErrors.LanguageUnknown);
        Require(it.Currency is null || it.Currency.Length == 3 && it.Currency.All(char.IsAsciiLetterUpper), CustomerErrors.CurrencyUnknown);
        Require(it.DeliveryAddresses.Count <= MostParts && it.Contacts.Count <= MostParts, CustomerErrors.PartsTooMany);
        Require(it.DeliveryAddresses.All(d => d.Label.Length > 0), CustomerErrors.LabelMissing);
        Require(it.Contacts.All(c => c.Name.Length > 0), CustomerErrors.ContactNameMissing);
        Require(it.Contacts.All(c => c.Email is null || EmailText.LooksRight(c.Email)), CustomerErrors.ContactEmailWrong);
        if (Customers.Metadata.Fault(it.Metadata) is { } fault) errors.Add(fault);
        Limit(nameof(it.Name), it.Name, LongestName);
        Limit(nameof(it.RegistrationNumber), it.RegistrationNumber, LongestContact);
        Limit(nameof(it.Email), it.Email, LongestContact);
        Limit(nameof(it.Phone), it.Phone, LongestContact);
        Limit(nameof(it.Notes), it.Notes, LongestNotes);
        foreach (var contact in it.Contacts)
            foreach (var text in (string?[])[contact.Name, contact.Email, contact.Phone, contact.Role]) Limit(nameof(it.Contacts), text, LongestContact);
        foreach (var delivery in it.DeliveryAddresses) Limit(nameof(it.DeliveryAddresses), delivery.Label, LongestContact);

        void Require(bool holds, Error otherwise)
        {
            if (!holds) errors.Add(otherwise);
        }

        // Columns count UTF-16 units, documents code points; the shorter of the two decides.
        void Limit(string field, string? text, int longest)
        {
            if (text?.Length > longest) errors.Add(CustomerErrors.TooLong(field, longest));
        }
    }

    // The parts of a delivery address have the names of the billing address's: its faults point at the list.
    static PostalAddress Checked(PostalAddress address, List<Error> errors, string? list)
    {
        var check = AddressCheck.Of(address);
        errors.AddRange(check.Errors.Select(e => list is null ? e : e with { Field = list }));
        return check.Address ?? address;
    }

    static string? Said(string? text) => PlainText.Tidy(text) is { Length: > 0 } tidy ? tidy : null;
}
