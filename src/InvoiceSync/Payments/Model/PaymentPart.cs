using InvoiceSync.Invoicing;

namespace InvoiceSync.Payments.Model;

/// <summary>What one move settled of one invoice, and the RON of the receivable it cleared; negative opened it again.</summary>
sealed class PaymentPart
{
    PaymentPart()
    {
    }

    public PaymentPart(InvoiceId invoice, string number, decimal amount, decimal ron) => (InvoiceId, Number, Amount, Ron) = (invoice, number, amount, ron);

    /// <summary>The number of its move.</summary>
    public int Move { get; set; }

    public InvoiceId InvoiceId { get; private init; }

    public string Number { get; private init; } = "";

    public decimal Amount { get; private init; }

    public decimal Ron { get; private init; }
}
