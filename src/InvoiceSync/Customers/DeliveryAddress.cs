namespace InvoiceSync.Customers;

/// <summary>A further address of a customer, named by what it is: warehouse, shop, branch.</summary>
public sealed record DeliveryAddress(string Label, PostalAddress Address);
