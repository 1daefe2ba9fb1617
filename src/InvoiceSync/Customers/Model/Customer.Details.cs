using InvoiceSync.Kernel;

namespace InvoiceSync.Customers.Model;

sealed partial class Customer
{
    /// <summary>As it is shown and given out: of a CNP only the last digits.</summary>
    public CustomerDetails Details => new()
    {
        Kind = Kind,
        Name = FullName,
        TaxId = PersonalNumber?.ToString() ?? TaxId,
        VatId = VatId,
        RegistrationNumber = RegistrationNumber,
        Email = Email,
        Phone = Phone,
        BillingAddress = BillingAddress,
        DeliveryAddresses = DeliveryAddresses,
        Contacts = Contacts,
        Language = Language,
        PaymentTermDays = PaymentTermDays,
        Currency = Currency?.Code,
        SendsInvoices = SendsInvoices,
        SendsReminders = SendsReminders,
        Metadata = Metadata,
        Notes = Notes,
    };

    /// <summary>What keeps an invoice from being issued to it; empty when nothing does.</summary>
    public IEnumerable<Error> MissingForInvoice()
    {
        if (BillingAddress is null) yield return CustomerErrors.AddressMissing;
        if (Kind == BuyerKind.Company && TaxId is null && VatId is null) yield return CustomerErrors.TaxIdMissing;
    }

    /// <summary>The buyer an invoice to this customer names, unless there is none or it no longer buys.</summary>
    public static Buyer Buying(Customer? customer)
    {
        Rule.Require(customer is not null, CustomerErrors.NotFound);
        Rule.Require(customer.MergedInto is null, CustomerErrors.Merged);
        Rule.Require(customer.ArchivedAt is null, CustomerErrors.Archived);
        return customer.ToBuyer();
    }

    /// <summary>The copy an invoice keeps.</summary>
    public Buyer ToBuyer()
    {
        if (MissingForInvoice().FirstOrDefault() is { } missing) throw new RuleBrokenException(missing);
        return new(Kind, FullName, Kind == BuyerKind.Company ? TaxId ?? VatId : PersonalNumber?.Digits ?? TaxId, VatId, BillingAddress!, Email);
    }

    /// <summary>To the details given, all of them, unless somebody was faster than who read the version.</summary>
    public void Change(CustomerDetails details, long? version, DateTimeOffset now)
    {
        Rule.Require(MergedInto is null, CustomerErrors.Merged);
        Rule.Require(ArchivedAt is null, CustomerErrors.Archived);
        Rule.Require(version is null || version == Version, CustomerErrors.Changed);
        Describe(CustomerCheck.Of(details, PersonalNumber?.Digits).OrRefuse(), now);
    }

    public void Describe(CustomerCheck check, DateTimeOffset now)
    {
        var it = check.Details;
        (Kind, FullName, SearchName) = (it.Kind, it.Name, SearchText.Of(it.Name, Id));
        (TaxId, VatId, RegistrationNumber) = (check.Numbers.TaxId, check.Numbers.VatId, it.RegistrationNumber);
        PersonalNumber = check.Numbers.PersonalNumber is { } digits ? new(digits) : null;
        (Email, Phone, Language, PaymentTermDays) = (it.Email, it.Phone, it.Language, it.PaymentTermDays);
        Currency = it.Currency is { } code ? new Currency(code) : null;
        (BillingAddress, DeliveryAddresses, Contacts) = (it.BillingAddress, it.DeliveryAddresses, it.Contacts);
        (SendsInvoices, SendsReminders, Metadata, Notes) = (it.SendsInvoices, it.SendsReminders, it.Metadata, it.Notes);
        Marks = Customers.Metadata.MarksOf(it.Metadata);
        UpdatedAt = now;
    }
}
