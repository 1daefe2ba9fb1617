namespace InvoiceSync.Invoicing;

/// <summary>How far an estimate has come. It expires by itself after its last valid day, unless it was answered before; accepted or not, it is invoiced once.</summary>
public enum EstimateStatus
{
    Draft,
    Sent,
    Accepted,
    Declined,
    Expired,
    Invoiced,
}
