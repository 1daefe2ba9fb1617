using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Customers.Model;

/// <summary>Somebody we sell to. An invoice takes a copy of what it needs; nothing done here changes one that was issued.</summary>
sealed partial class Customer : Aggregate, INoticed
{
    public CustomerId Id { get; init; }

    public BuyerKind Kind { get; private set; }

    /// <summary>A company's as registered, or a person's: sealed in the audit log like all that may be personal.</summary>
    public string FullName { get; private set; } = "";

    public string? TaxId { get; private set; }

    public string? VatId { get; private set; }

    public PersonalNumber? PersonalNumber { get; private set; }

    public string? RegistrationNumber { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public PostalAddress? BillingAddress { get; private set; }

    public IReadOnlyList<DeliveryAddress> DeliveryAddresses { get; private set; } = [];

    public IReadOnlyList<CustomerContact> Contacts { get; private set; } = [];

    public string? Language { get; private set; }

    public int? PaymentTermDays { get; private set; }

    public Currency? Currency { get; private set; }

    public bool SendsInvoices { get; private set; }

    public bool SendsReminders { get; private set; }

    public IReadOnlyDictionary<string, string> Metadata { get; private set; } = new Dictionary<string, string>();

    /// <summary>What metadata is found by.</summary>
    public string Marks { get; private set; } = "";

    public string? Notes { get; private set; }

    /// <summary>The name folded, then the id: in order, unique, and what a search compares the start of.</summary>
    public string SearchName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public DateTimeOffset? ArchivedAt { get; private set; }

    public CustomerId? MergedInto { get; private set; }

    public string NoticeTopic => "customer";

    public Guid NoticeId => Id.Value;

    /// <summary>Out of the lists or back into them. One that was merged stays out.</summary>
    public void Shelve(bool archived, long? version, DateTimeOffset now)
    {
        Rule.Require(version is null || version == Version, CustomerErrors.Changed);
        Rule.Require(archived || MergedInto is null, CustomerErrors.Merged);
        (ArchivedAt, UpdatedAt) = (archived ? ArchivedAt ?? now : null, now);
    }

    /// <summary>From now on this customer is the other one. Whoever keeps its id hears of it.</summary>
    public void MergeInto(Customer other, DateTimeOffset now)
    {
        Rule.Require(other.Id != Id, CustomerErrors.SameCustomer);
        Rule.Require(MergedInto is null && other.MergedInto is null, CustomerErrors.Merged);
        Rule.Require(other.ArchivedAt is null, CustomerErrors.Archived);
        MergedInto = other.Id;
        Shelve(archived: true, null, now);
        Raise(new CustomerMerged(Id, other.Id));
    }

    /// <summary>The one this was merged into was merged itself.</summary>
    public void Follow(Customer other)
    {
        MergedInto = other.Id;
        Raise(new CustomerMerged(Id, other.Id));
    }
}
