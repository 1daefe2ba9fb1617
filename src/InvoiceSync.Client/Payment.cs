namespace InvoiceSync.Client;

/// <summary>A payment. Invoices are what it settles now; Credit is the customer's, left over.</summary>
public sealed record Payment(
    string Id,
    string Status,
    string Customer,
    string Method,
    DateOnly ReceivedOn,
    string Currency,
    decimal Amount,
    decimal AmountRefunded,
    decimal Credit,
    IReadOnlyList<Payment.Settled> Invoices,
    string? Reference,
    string? Note,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    IReadOnlyDictionary<string, string?> Links) : Versioned
{
    public sealed record Settled(string InvoiceId, string Number, decimal Amount);
}

/// <summary>A payment to be recorded. Method is bank_transfer, cash, card or other; without a day it came today.</summary>
public sealed record NewPayment(decimal Amount, string Currency, string Method, IReadOnlyList<NewPayment.Part> Invoices)
{
    public DateOnly? ReceivedOn { get; init; }

    public string? Reference { get; init; }

    public string? Note { get; init; }

    /// <summary>Without an amount the invoice gets as much as is open.</summary>
    public sealed record Part(string InvoiceId, decimal? Amount = null);
}

/// <summary>Money to give back.</summary>
public sealed record NewRefund(string Reason, decimal? Amount = null, DateOnly? RefundedOn = null);
