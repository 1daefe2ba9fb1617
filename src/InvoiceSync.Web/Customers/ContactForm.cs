using InvoiceSync.Customers;

namespace InvoiceSync.Web.Customers;

/// <summary>A contact while it is being typed; an empty line is none.</summary>
public sealed class ContactForm(CustomerContact? contact = null)
{
    public string? Name { get; set; } = contact?.Name;
    public string? Email { get; set; } = contact?.Email;
    public string? Phone { get; set; } = contact?.Phone;
    public string? Role { get; set; } = contact?.Role;

    public bool IsEmpty => new[] { Name, Email, Phone, Role }.All(string.IsNullOrWhiteSpace);

    public CustomerContact Contact => new(Name ?? "", Email, Phone, Role);
}
