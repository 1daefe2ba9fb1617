namespace InvoiceSync.Sync;

/// <summary>
/// What a person may correct about a buyer: kept for the customer, used on all its later invoices. Null keeps what the
/// source says. TaxId is a CUI with or without RO, another country's VAT number, or "-" for a private person.
/// </summary>
public sealed record BuyerDetails(
    string? Name = null,
    string? TaxId = null,
    string? Street = null,
    string? City = null,
    string? PostalCode = null,
    string? County = null,
    string? Country = null);
