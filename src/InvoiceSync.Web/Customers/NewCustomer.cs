using System.Text.Json.Serialization;
using InvoiceSync.Customers;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Customers;

/// <summary>A customer as a program sends it. A person's tax_id is the CNP, which is shown but for its last digits; sent back so it stays what it was.</summary>
sealed record NewCustomer(
    string Name,
    BuyerKind Kind = BuyerKind.Company,
    string? TaxId = null,
    string? VatId = null,
    string? RegistrationNumber = null,
    string? Email = null,
    string? Phone = null,
    AddressBody? BillingAddress = null,
    IReadOnlyList<NewCustomer.Delivery>? DeliveryAddresses = null,
    IReadOnlyList<NewCustomer.Contact>? Contacts = null,
    string? Language = null,
    int? PaymentTermDays = null,
    Currency? Currency = null,
    bool SendsInvoices = true,
    bool SendsReminders = true,
    IReadOnlyDictionary<string, string>? Metadata = null,
    string? Notes = null)
{
    public sealed record Delivery(string Label, AddressBody Address);

    public sealed record Contact(string Name, string? Email = null, string? Phone = null, string? Role = null);

    [JsonIgnore]
    public CustomerDetails Details => new()
    {
        Kind = Kind,
        Name = Name,
        TaxId = TaxId,
        VatId = VatId,
        RegistrationNumber = RegistrationNumber,
        Email = Email,
        Phone = Phone,
        BillingAddress = BillingAddress?.Address,
        DeliveryAddresses = [.. (DeliveryAddresses ?? []).Select(d => new DeliveryAddress(d.Label, d.Address.Address))],
        Contacts = [.. (Contacts ?? []).Select(c => new CustomerContact(c.Name, c.Email, c.Phone, c.Role))],
        Language = Language,
        PaymentTermDays = PaymentTermDays,
        Currency = Currency?.Code,
        SendsInvoices = SendsInvoices,
        SendsReminders = SendsReminders,
        Metadata = Metadata ?? new Dictionary<string, string>(),
        Notes = Notes,
    };

    public static NewCustomer Of(CustomerDetails it) => new(
        it.Name, it.Kind, it.TaxId, it.VatId, it.RegistrationNumber, it.Email, it.Phone, it.BillingAddress is { } address ? AddressBody.Of(address) : null,
        [.. it.DeliveryAddresses.Select(d => new Delivery(d.Label, AddressBody.Of(d.Address)))], [.. it.Contacts.Select(c => new Contact(c.Name, c.Email, c.Phone, c.Role))],
        it.Language, it.PaymentTermDays, it.Currency is { } code ? new(code) : null, it.SendsInvoices, it.SendsReminders, it.Metadata, it.Notes);

    /// <summary>Where a refusal points: the parts of the billing address have names of their own in our code.</summary>
    public static IReadOnlyList<Hosting.Rest.FieldProblem> Fields(Error error) => Hosting.Rest.RestProblem.Fields(
        error, ("Street", "/billing_address/street"), ("City", "/billing_address/city"), ("County", "/billing_address/county"), ("PostalCode", "/billing_address/postal_code"), ("Country", "/billing_address/country"));
}
