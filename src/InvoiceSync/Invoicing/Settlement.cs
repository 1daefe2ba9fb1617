namespace InvoiceSync.Invoicing;

/// <summary>
/// How an invoice is settled, in its currency: what was paid (what it says itself, and payments since), credited and written off,
/// and what is open. An invoice without a due date is due when it is issued.
/// </summary>
public sealed record Settlement(InvoiceStatus Status, DateOnly DueOn, decimal Paid, decimal Credited, decimal WrittenOff, decimal Open);
