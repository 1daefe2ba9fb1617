using InvoiceSync.Customers;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Customers;

/// <summary>A customer on the wire. MissingForInvoice says what an invoice would still lack.</summary>
sealed record CustomerBody(
    string Id,
    string Kind,
    string Name,
    string? TaxId,
    string? VatId,
    string? RegistrationNumber,
    string? Email,
    string? Phone,
    AddressBody? BillingAddress,
    IReadOnlyList<NewCustomer.Delivery> DeliveryAddresses,
    IReadOnlyList<NewCustomer.Contact> Contacts,
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
    CustomerBody.Addresses Links)
{
    public sealed record Addresses(string Self, string Invoices);

    public static CustomerBody Of(GetCustomer.View customer)
    {
        var it = NewCustomer.Of(customer.Details);
        var self = $"{RestV1.Root}/customers/{customer.Id}";
        return new(
            customer.Id.ToString(), it.Kind.OnTheWire(), it.Name, it.TaxId, it.VatId, it.RegistrationNumber, it.Email, it.Phone, it.BillingAddress, it.DeliveryAddresses!, it.Contacts!,
            it.Language, it.PaymentTermDays, it.Currency?.Code, it.SendsInvoices, it.SendsReminders, customer.Details.Metadata, it.Notes, customer.IsArchived, customer.MergedInto?.ToString(),
            [.. customer.MissingForInvoice.Select(e => e.Code)], customer.CreatedAt.ToUniversalTime(), customer.UpdatedAt.ToUniversalTime(), new(self, $"{self}/invoices"));
    }
}
