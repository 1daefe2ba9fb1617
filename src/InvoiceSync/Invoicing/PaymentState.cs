namespace InvoiceSync.Invoicing;

/// <summary>
/// What became of an invoice's money, whatever its filing says. Credited and written off are those with nothing left open that
/// was settled without a payment, or not by payments alone.
/// </summary>
public enum PaymentState
{
    Unpaid,
    PartiallyPaid,
    Paid,
    Credited,
    WrittenOff,
    Voided,
}
