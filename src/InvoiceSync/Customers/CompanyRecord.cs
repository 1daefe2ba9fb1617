using System.Text.Json.Serialization;

namespace InvoiceSync.Customers;

/// <summary>
/// What the authority's public register says of a company on the day AsOf. Office is its address as registered, in the
/// register's own spelling; null when the register holds none. Cui is bare digits.
/// </summary>
public sealed record CompanyRecord(string Cui, string Name, string Address, DateOnly AsOf)
{
    /// <summary>The number at the trade register, like J12/345/2020.</summary>
    public string? RegistrationNumber { get; init; }

    /// <summary>Registered for VAT (art. 316) on that day, and since when.</summary>
    public bool IsVatPayer { get; init; }

    public DateOnly? VatSince { get; init; }

    /// <summary>Declared inactive: its invoices give no right to deduct.</summary>
    public bool IsInactive { get; init; }

    /// <summary>Owes VAT when it is paid, not when it invoices ("TVA la încasare").</summary>
    public bool IsVatOnCash { get; init; }

    /// <summary>Has VAT paid into an account of its own.</summary>
    public bool IsSplitVat { get; init; }

    public RawAddress? Office { get; init; }

    /// <summary>As VAT identifier (BT-48); null while it is not registered for VAT.</summary>
    [JsonIgnore]
    public string? VatId => IsVatPayer ? $"RO{Cui}" : null;

    /// <summary>The office as an invoice wants it, as far as that can be told.</summary>
    [JsonIgnore]
    public AddressCheck? OfficeCheck => Office is null ? null : AddressCheck.Of(Office);
}
