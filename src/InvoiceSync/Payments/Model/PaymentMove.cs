namespace InvoiceSync.Payments.Model;

/// <summary>One thing that happened to a payment, never changed after. Money = what its parts settled + Credit; out and back are negative.</summary>
sealed class PaymentMove
{
    public int Number { get; init; }

    public MoveKind Kind { get; init; }

    public DateOnly On { get; init; }

    public DateTimeOffset At { get; init; }

    public decimal Money { get; init; }

    public decimal MoneyRon { get; init; }

    /// <summary>What it added to the customer's credit.</summary>
    public decimal Credit { get; init; }

    public decimal CreditRon { get; init; }

    /// <summary>RON for one unit; null in RON.</summary>
    public decimal? Rate { get; init; }

    public DateOnly? RateOn { get; init; }

    public string? RateSource { get; init; }

    public string? Reason { get; init; }

    /// <summary>Under which it was asked for: asked again, it is done already.</summary>
    public Guid? Request { get; init; }
}
