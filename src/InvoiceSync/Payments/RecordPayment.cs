using InvoiceSync.Kernel;
using InvoiceSync.Payments.Model;

namespace InvoiceSync.Payments;

/// <summary>
/// Records a payment for invoices of one customer, in their currency. What is left over becomes the customer's credit. Request
/// is made by who asks: sent twice, one payment is recorded.
/// </summary>
[Requires("payment.create")]
public sealed record RecordPayment(Guid Request, DateOnly ReceivedOn, Money Amount, PaymentMethod Method, IReadOnlyList<PaymentFor> Invoices) : IProcess<PaymentId>
{
    public string? Reference { get; init; }

    public string? Note { get; init; }

    internal sealed class Handler(IDispatcher dispatcher) : IHandle<RecordPayment, PaymentId>
    {
        public async Task<PaymentId> Handle(RecordPayment command, CancellationToken ct) =>
            (await dispatcher.Send(new BookPayment(command, await dispatcher.RateOf(command.Amount.Currency, command.ReceivedOn, ct)), ct)).OrThrow();
    }
}
