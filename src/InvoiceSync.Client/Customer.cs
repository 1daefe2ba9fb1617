namespace InvoiceSync.Client;

/// <summary>A customer. MissingForInvoice says what an invoice would still lack.</summary>
public sealed record Customer(
    string Id,
    string Kind,
    string Name,
    string? TaxId,
    string? VatId,
    string? RegistrationNumber,
    string? Email,
    string? Phone,
    Address? BillingAddress,
    IReadOnlyList<Delivery> DeliveryAddresses,
    IReadOnlyList<Contact> Contacts,
    string? Language,
    int? PaymentTermDays,
    string? Currency,
    bool SendsInvoices,
    bool SendsReminders,
    IReadOnlyDictionary<string, string> Metadata,
    string? Notes,
    bool Archived,
    string? MergedInto,
    IReadOnlyList<string> MissingForInvoice,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links) : Versioned;

/// <summary>A customer to be made. Kind is company or individual.</summary>
public sealed record NewCustomer(string Name)
{
    public string? Kind { get; init; }

    public string? TaxId { get; init; }

    public string? VatId { get; init; }

    public string? RegistrationNumber { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public Address? BillingAddress { get; init; }

    public IReadOnlyList<Delivery>? DeliveryAddresses { get; init; }

    public IReadOnlyList<Contact>? Contacts { get; init; }

    public string? Language { get; init; }

    public int? PaymentTermDays { get; init; }

    public string? Currency { get; init; }

    public bool? SendsInvoices { get; init; }

    public bool? SendsReminders { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }

    public string? Notes { get; init; }
}

/// <summary>A postal address. Country is ISO 3166-1; in Bucharest the city names its sector.</summary>
public sealed record Address(string Street, string City, string? MoreStreet = null, string? PostalCode = null, string? County = null, string Country = "RO");

/// <summary>Where goods go.</summary>
public sealed record Delivery(string Label, Address Address);

/// <summary>A person at a customer.</summary>
public sealed record Contact(string Name, string? Email = null, string? Phone = null, string? Role = null);
