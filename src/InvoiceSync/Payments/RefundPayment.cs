using InvoiceSync.Kernel;
using InvoiceSync.Payments.Model;

namespace InvoiceSync.Payments;

/// <summary>
/// Gives a payment back, whole or in part: first what is no invoice's, then what settled invoices last, which are open again.
/// Request is made by who asks: sent twice, it is refunded once.
/// </summary>
[Requires("payment.refund")]
public sealed record RefundPayment(PaymentId Payment, Guid Request, DateOnly RefundedOn, decimal Amount, string Reason) : IProcess<Done>
{
    internal sealed class Handler(IDispatcher dispatcher) : IHandle<RefundPayment, Done>
    {
        public async Task<Done> Handle(RefundPayment command, CancellationToken ct)
        {
            var currency = (await dispatcher.Ask(new GetPaymentCurrency(command.Payment), ct)).OrThrow();
            return (await dispatcher.Send(new BookRefund(command, await dispatcher.RateOf(currency, command.RefundedOn, ct)), ct)).OrThrow();
        }
    }
}
