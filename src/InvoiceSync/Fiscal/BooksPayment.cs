using InvoiceSync.Kernel;

namespace InvoiceSync.Fiscal;

/// <summary>A payment of one invoice, as a provider's books are told of it.</summary>
public sealed record BooksPayment(BooksPaymentKind Kind, decimal Amount, Currency Currency, DateOnly On);

/// <summary>How it was paid. None of them takes a number from a series of receipts: those are written by whoever takes the cash.</summary>
public enum BooksPaymentKind
{
    Card,
    BankTransfer,
    Other,
}
