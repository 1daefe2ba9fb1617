namespace InvoiceSync.Customers;

/// <summary>
/// What is known of a customer, as somebody typed it or as it is kept. TaxId is a company's CUI or foreign number, or a
/// person's CNP, which is shown but for its last digits; an address is either absent or one ANAF accepts.
/// </summary>
public sealed record CustomerDetails
{
    public BuyerKind Kind { get; init; }

    public required string Name { get; init; }

    public string? TaxId { get; init; }

    /// <summary>With its country, like RO18547290; a Romanian VAT payer's follows from a CUI typed with RO.</summary>
    public string? VatId { get; init; }

    /// <summary>In the trade register, like J12/345/2020.</summary>
    public string? RegistrationNumber { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public PostalAddress? BillingAddress { get; init; }

    public IReadOnlyList<DeliveryAddress> DeliveryAddresses { get; init; } = [];

    public IReadOnlyList<CustomerContact> Contacts { get; init; } = [];

    /// <summary>Of documents and mails: ro or en; null is the company's own.</summary>
    public string? Language { get; init; }

    /// <summary>Days from issue to due; null is the company's own terms.</summary>
    public int? PaymentTermDays { get; init; }

    public string? Currency { get; init; }

    public bool SendsInvoices { get; init; } = true;

    public bool SendsReminders { get; init; } = true;

    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    public string? Notes { get; init; }
}
