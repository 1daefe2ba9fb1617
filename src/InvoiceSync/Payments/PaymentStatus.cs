namespace InvoiceSync.Payments;

/// <summary>What became of a payment.</summary>
public enum PaymentStatus
{
    Received,
    PartiallyRefunded,
    Refunded,
    Reversed,
}
