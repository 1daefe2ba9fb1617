namespace InvoiceSync.Sync;

/// <summary>
/// Where a sale stands, in words of no provider. Invoices: Draft, Open, Paid, Void, Uncollectible;
/// charges: Pending, Paid, Failed, Refunded. A refunded invoice stays Paid: it was issued, and its money tells the rest.
/// </summary>
public enum SaleStatus
{
    Draft,
    Open,
    Pending,
    Paid,
    Refunded,
    Void,
    Uncollectible,
    Failed,
}
