namespace InvoiceSync.Sync;

/// <summary>
/// Where a sale stands, in words of no provider. Invoices: Draft, Open, Paid, Void, Uncollectible;
/// charges: Pending, Paid, Failed. Refunded means all of the money went back.
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
