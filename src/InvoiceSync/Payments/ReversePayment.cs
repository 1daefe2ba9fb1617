using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;

namespace InvoiceSync.Payments;

/// <summary>
/// Undoes a payment that was recorded by mistake, today: its invoices are open again, its credit is gone. It stays to be seen.
/// Asked again it changes nothing.
/// </summary>
[Requires("payment.refund")]
public sealed record ReversePayment(PaymentId Payment, string Reason) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, Receivables receivables, IDispatcher dispatcher, TimeProvider time) : IHandle<ReversePayment, Done>
    {
        public async Task<Done> Handle(ReversePayment command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var payment = await db.Held(command.Payment, now, ct);
            if (payment.Status == PaymentStatus.Reversed) return default;
            var back = payment.Reverse(command.Reason, await dispatcher.Today(time, ct), now);
            await receivables.Hold([.. back.Select(p => p.InvoiceId)], ct);
            foreach (var part in back) receivables.Unpay(part.InvoiceId, new(-part.Amount, payment.Currency), -part.Ron);
            db.Note(new("payment.reversed", "payment", payment.Id.ToString()) { Details = new Dictionary<string, string> { ["reason"] = command.Reason.Trim() } });
            return default;
        }
    }
}
