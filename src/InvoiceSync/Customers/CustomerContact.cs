namespace InvoiceSync.Customers;

/// <summary>Somebody at a customer's: whom to write to or call, and what they do there.</summary>
public sealed record CustomerContact(string Name, string? Email = null, string? Phone = null, string? Role = null);
