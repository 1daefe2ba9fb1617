namespace InvoiceSync.Invoicing;

/// <summary>How far the tax authority is with an invoice, as lists count and filter it. Waiting: not sent yet. Stopped: void, never filed. Kept: stands without filing.</summary>
public enum InvoiceFiling
{
    Waiting,
    Sent,
    Unknown,
    Accepted,
    Refused,
    Stopped,
    Kept,
}
