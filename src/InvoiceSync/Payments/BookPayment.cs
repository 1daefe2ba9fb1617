using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>Books a payment at a known rate: payment, invoices and ledger in one commit.</summary>
[Requires("payment.create")]
sealed record BookPayment(RecordPayment Asked, FindRate.Found? Rate) : ICommand<PaymentId>
{
    const int MostInvoices = 100;

    internal sealed class Handler(InvoiceSyncDb db, Receivables receivables, IDispatcher dispatcher, TimeProvider time) : IHandle<BookPayment, PaymentId>
    {
        public async Task<PaymentId> Handle(BookPayment command, CancellationToken ct)
        {
            var (asked, id) = (command.Asked, new PaymentId(command.Asked.Request));
            Rule.Require(asked.Invoices.Count is > 0 and <= MostInvoices && asked.Invoices.DistinctBy(i => i.Invoice).Count() == asked.Invoices.Count, PaymentErrors.InvoicesInvalid);
            PaymentRules.CheckDate(asked.ReceivedOn, await dispatcher.Today(time, ct));

            // Whoever sends the same request again has waited here for the first to be done.
            var held = await receivables.Hold([.. asked.Invoices.Select(i => i.Invoice)], ct);
            if (await db.Payments.SingleOrDefaultAsync(p => p.Id == id, ct) is { } before)
            {
                Rule.Require(new Money(before.Amount, before.Currency) == asked.Amount && before.ReceivedOn == asked.ReceivedOn, PaymentErrors.RequestUsed);
                return id;
            }

            Rule.Require(held.Select(d => d.Customer.Key).Distinct().Count() == 1, PaymentErrors.CustomersDiffer);
            var parts = Sharing.Of(asked.Amount, asked.Invoices, held)
                .Select(share => new PaymentPart(share.Invoice, held.Single(d => d.Id == share.Invoice).Number, share.Amount, receivables.Pay(share.Invoice, new(share.Amount, asked.Amount.Currency), asked.ReceivedOn)))
                .ToList();
            db.Add(new Payment(id, asked, held[0].Customer, command.Rate, parts, time.GetUtcNow()));
            return id;
        }
    }
}
