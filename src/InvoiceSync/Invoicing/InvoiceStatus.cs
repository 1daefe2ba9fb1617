namespace InvoiceSync.Invoicing;

/// <summary>How far an issued invoice is paid.</summary>
public enum InvoiceStatus
{
    Issued,
    PartiallyPaid,
    Paid,
}
