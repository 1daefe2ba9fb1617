namespace InvoiceSync.Payments;

/// <summary>How the money came. It decides the account: bank, cash desk, or sums being settled until the bank has them.</summary>
public enum PaymentMethod
{
    BankTransfer,
    Cash,
    Card,
    Other,
}
