using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Payments;

/// <summary>
/// Settles an invoice from what a payment of the same customer left over, as far as both go, or this much of it. Request is made
/// by who asks: sent twice, it is applied once.
/// </summary>
[Requires("payment.create")]
public sealed record ApplyCredit(PaymentId Payment, InvoiceId Invoice, Guid Request, decimal? Amount = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, Receivables receivables, IDispatcher dispatcher, TimeProvider time) : IHandle<ApplyCredit, Done>
    {
        public async Task<Done> Handle(ApplyCredit command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var payment = await db.Held(command.Payment, now, ct);
            if (payment.Knows(command.Request)) return default;
            var debt = (await receivables.Hold([command.Invoice], ct))[0];
            Rule.Require(debt.Customer.Key == payment.CustomerKey, PaymentErrors.CustomersDiffer);

            Rule.Require(payment.Unapplied > 0, PaymentErrors.NoCredit);
            var amount = command.Amount ?? Math.Min(payment.Unapplied, debt.Open);
            var ron = receivables.Pay(command.Invoice, new(amount, payment.Currency), receivedOn: null);
            payment.Apply(new(debt.Id, debt.Number, amount, ron), command.Request, await dispatcher.Today(time, ct), now);
            return default;
        }
    }
}
