namespace InvoiceSync.Customers;

/// <summary>What one unit of a product costs in one currency, without VAT.</summary>
public sealed record ProductPrice(string Currency, decimal Amount);
