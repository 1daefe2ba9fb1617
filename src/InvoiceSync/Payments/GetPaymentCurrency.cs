using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>The currency a payment came in.</summary>
[Requires("payment.refund")]
sealed record GetPaymentCurrency(PaymentId Payment) : IQuery<Currency>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetPaymentCurrency, Currency>
    {
        public async Task<Currency> Handle(GetPaymentCurrency query, CancellationToken ct)
        {
            var found = await db.Payments.Where(p => p.Id == query.Payment).Select(p => (Currency?)p.Currency).SingleOrDefaultAsync(ct);
            Rule.Require(found is not null, PaymentErrors.NotFound);
            return found.Value;
        }
    }
}
