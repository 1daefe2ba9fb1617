namespace InvoiceSync.Invoicing;

/// <summary>How far an issued invoice is settled, in one word: its payment state, and overdue when something is open after its last day.</summary>
public enum InvoiceStatus
{
    Issued,
    PartiallyPaid,
    Paid,
    Overdue,
    Credited,
    WrittenOff,
    Voided,
}
