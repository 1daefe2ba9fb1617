using System.Globalization;
using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A customer while it is being typed. What the form does not show, it gives back as it was.</summary>
public sealed class CustomerForm(CustomerDetails? kept)
{
    public string? Kind { get; set; } = (kept?.Kind ?? BuyerKind.Company).ToString();
    public string? Name { get; set; } = kept?.Name;
    public string? TaxId { get; set; } = kept?.TaxId;
    public string? VatId { get; set; } = kept?.VatId;
    public string? RegistrationNumber { get; set; } = kept?.RegistrationNumber;
    public string? Email { get; set; } = kept?.Email;
    public string? Phone { get; set; } = kept?.Phone;
    public string? Language { get; set; } = kept?.Language;
    public string? PaymentTermDays { get; set; } = kept?.PaymentTermDays?.ToString(CultureInfo.InvariantCulture);
    public string? Currency { get; set; } = kept?.Currency;
    public bool SendsInvoices { get; set; } = kept?.SendsInvoices ?? true;
    public bool SendsReminders { get; set; } = kept?.SendsReminders ?? true;
    public string? Notes { get; set; } = kept?.Notes;
    public AddressForm Billing { get; } = new(kept?.BillingAddress);
    public List<ContactForm> Contacts { get; } = [.. (kept?.Contacts ?? []).Select(c => new ContactForm(c))];
    public List<DeliveryForm> Deliveries { get; } = [.. (kept?.DeliveryAddresses ?? []).Select(d => new DeliveryForm(d))];

    public bool IsCompany => Kind != nameof(BuyerKind.Individual);

    public CustomerDetails Details => new()
    {
        Kind = IsCompany ? BuyerKind.Company : BuyerKind.Individual,
        Name = Name ?? "",
        TaxId = TaxId,
        VatId = VatId,
        RegistrationNumber = RegistrationNumber,
        Email = Email,
        Phone = Phone,
        BillingAddress = Billing.Address,
        DeliveryAddresses = [.. Deliveries.Where(d => !d.IsEmpty).Select(d => d.Delivery)],
        Contacts = [.. Contacts.Where(c => !c.IsEmpty).Select(c => c.Contact)],
        Language = Language,
        PaymentTermDays = Days(PaymentTermDays),
        Currency = Currency,
        SendsInvoices = SendsInvoices,
        SendsReminders = SendsReminders,
        Metadata = kept?.Metadata ?? new Dictionary<string, string>(),
        Notes = Notes,
    };

    /// <summary>Takes over what the register says; an address it does not tell stays as it was typed.</summary>
    public void Fill(CompanyRecord company)
    {
        (Name, TaxId, VatId, RegistrationNumber) = (company.Name, company.Cui, company.VatId, company.RegistrationNumber ?? RegistrationNumber);
        Billing.Fill(company);
    }

    // A text that is no number becomes one the command refuses at its field.
    static int? Days(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : int.TryParse(text, NumberStyles.None | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var days) ? days : -1;
}
