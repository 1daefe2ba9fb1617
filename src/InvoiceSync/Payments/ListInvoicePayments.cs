using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>The payments that were for an invoice, those taken back too, and what other payments of its customer left over.</summary>
[Requires("payment.read")]
public sealed record ListInvoicePayments(InvoiceId Invoice) : IQuery<ListInvoicePayments.View>
{
    const int Most = 200;

    public sealed record View(IReadOnlyList<Row> Rows, IReadOnlyList<Credit> Credits);

    /// <summary>Amount is what was for this invoice, Settles what of it still is.</summary>
    public sealed record Row(PaymentId Id, DateOnly ReceivedOn, PaymentMethod Method, PaymentStatus Status, string? Reference, decimal Amount, decimal Settles);

    public sealed record Credit(PaymentId Payment, DateOnly ReceivedOn, Money Left);

    internal sealed class Handler(InvoiceSyncDb db, Receivables receivables) : IHandle<ListInvoicePayments, View>
    {
        public async Task<View> Handle(ListInvoicePayments query, CancellationToken ct)
        {
            var debt = await receivables.See(query.Invoice, ct);
            var rows = await db.Payments.AsNoTracking().Where(p => p.Parts.Any(x => x.InvoiceId == query.Invoice))
                .OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id).Take(Most)
                .Select(p => new Row(
                    p.Id, p.ReceivedOn, p.Method, p.Status, p.Reference,
                    p.Parts.Where(x => x.InvoiceId == query.Invoice && x.Amount * p.Amount > 0).Sum(x => x.Amount), p.Parts.Where(x => x.InvoiceId == query.Invoice).Sum(x => x.Amount)))
                .ToListAsync(ct);
            var (key, currency) = (debt.Customer.Key, debt.Currency);
            var credits = await db.Payments.AsNoTracking().Where(p => p.CustomerKey == key && p.Currency == currency && p.Unapplied != 0)
                .OrderBy(p => p.Id).Take(Most).Select(p => new Credit(p.Id, p.ReceivedOn, new Money(p.Unapplied, p.Currency))).ToListAsync(ct);
            return new(rows, credits);
        }
    }
}
