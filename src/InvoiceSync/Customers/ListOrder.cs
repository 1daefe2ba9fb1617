namespace InvoiceSync.Customers;

/// <summary>How lists of customers and products are sorted.</summary>
public enum ListOrder
{
    Name,
    Newest,
}
