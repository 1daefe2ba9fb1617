using InvoiceSync.Customers;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>One page of the payments, the latest day first. Search matches the start of the customer's name or of the reference.</summary>
[Requires("payment.read")]
public sealed record ListPayments(string? Search = null, PaymentStatus? Status = null, PaymentMethod? Method = null, PageKey? After = null, int Take = 50) : IQuery<Page<GetPayment.View>>
{
    public Currency? Currency { get; init; }

    public Between<DateOnly>? Received { get; init; }

    public Between<decimal>? Amount { get; init; }

    /// <summary>Only those of which something is left over.</summary>
    public bool WithCredit { get; init; }

    public bool OldestFirst { get; init; }

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListPayments, Page<GetPayment.View>>
    {
        const int Most = 500;

        public async Task<Page<GetPayment.View>> Handle(ListPayments query, CancellationToken ct)
        {
            var (take, newest) = (Math.Clamp(query.Take, 1, Most), !query.OldestFirst);
            var payments = Filtered(query);
            if (query.After is { } key) payments = db.Dialect.Beyond(payments, DateOnly.FromDateTime(key.At.UtcDateTime), key.Id, newest, p => p.ReceivedOn, p => p.Id);
            var sorted = newest ? payments.OrderByDescending(p => p.ReceivedOn).ThenByDescending(p => p.Id) : payments.OrderBy(p => p.ReceivedOn).ThenBy(p => p.Id);
            var rows = await sorted.Take(take + 1).ToListAsync(ct);
            return new([.. rows.Take(take).Select(GetPayment.View.Of)], rows.Count > take ? PageKey.Of(rows[take - 1].ReceivedOn, rows[take - 1].Id.Value) : null);
        }

        IQueryable<Payment> Filtered(ListPayments query)
        {
            var payments = db.Payments.AsNoTracking();
            if (query.Status is { } status) payments = payments.Where(p => p.Status == status);
            if (query.Method is { } method) payments = payments.Where(p => p.Method == method);
            if (query.Currency is { } currency) payments = payments.Where(p => p.Currency == currency);
            if (query.WithCredit) payments = payments.Where(p => p.Unapplied != 0);
            if (query.Search?.Trim() is { Length: > 0 and <= 100 } search)
                payments = db.Dialect.Beginning(payments, (p => p.SearchName, FoldedText.Of(search)), (p => p.Reference, search));
            return payments.Within(p => p.ReceivedOn, query.Received).Within(p => p.Amount, query.Amount);
        }
    }
}
