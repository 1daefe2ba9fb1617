namespace InvoiceSync.Invoicing;

/// <summary>What a list of invoices is sorted by; of the same day or instant, by id.</summary>
public enum InvoiceOrder
{
    Made,
    Issued,
}
