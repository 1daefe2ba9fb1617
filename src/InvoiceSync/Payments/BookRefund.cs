using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;

namespace InvoiceSync.Payments;

/// <summary>Books a refund at a known rate: payment, invoices and ledger in one commit.</summary>
[Requires("payment.refund")]
sealed record BookRefund(RefundPayment Asked, FindRate.Found? Rate) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, Receivables receivables, IDispatcher dispatcher, TimeProvider time) : IHandle<BookRefund, Done>
    {
        public async Task<Done> Handle(BookRefund command, CancellationToken ct)
        {
            var (asked, now) = (command.Asked, time.GetUtcNow());
            var payment = await db.Held(asked.Payment, now, ct);
            if (payment.Knows(asked.Request)) return default;
            PaymentRules.CheckDate(asked.RefundedOn, await dispatcher.Today(time, ct));
            var back = payment.Refund(asked, command.Rate, now);
            await receivables.Hold([.. back.Select(p => p.InvoiceId)], ct);
            foreach (var part in back) receivables.Unpay(part.InvoiceId, new(-part.Amount, payment.Currency), -part.Ron);
            db.Note(new("payment.refunded", "payment", payment.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["amount"] = new Money(asked.Amount, payment.Currency).ToString(), ["reason"] = asked.Reason.Trim() },
            });
            return default;
        }
    }
}
