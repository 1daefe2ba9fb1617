namespace InvoiceSync.Payments;

/// <summary>What happened to a payment: it came, its rest settled another invoice, money went back, or it was undone.</summary>
public enum MoveKind
{
    Received,
    Applied,
    Refunded,
    Reversed,
}
