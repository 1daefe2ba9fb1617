using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The customers who owe most, in one currency or, in RON, of all; by how long it is overdue today: what the aging report is made of.</summary>
[Requires("report.view")]
public sealed record ListDebtors(Currency? Currency = null) : IQuery<ListDebtors.View>
{
    public const int Most = 50;

    public sealed record View(DateOnly AsOf, IReadOnlyList<Row> Rows);

    /// <summary>Key is the customer's in the ledger; null of persons from before it was kept, whom their name tells apart. Customer is none when the buyer was typed.</summary>
    public sealed record Row(string? Key, CustomerId? Customer, string Name, Currency Currency, DateOnly OldestDue, AgingFigures Figures, decimal OpenRon);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ListDebtors, View>
    {
        public async Task<View> Handle(ListDebtors query, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            var (a, b, c) = (today.AddDays(-30), today.AddDays(-60), today.AddDays(-90));
            var open = db.Invoices.AsNoTracking().Where(i => i.Open != 0);
            if (query.Currency is { } currency) open = open.Where(i => i.Currency == currency);
            var sums = open.GroupBy(i => new { Key = i.CustomerKey ?? i.BuyerName, i.Currency })
                .Select(g => new
                {
                    g.Key.Key,
                    g.Key.Currency,
                    Customer = g.Max(i => i.CustomerKey),
                    Sum = g.Sum(i => i.Open),
                    SumRon = g.Sum(i => i.OpenRon),
                    Oldest = g.Min(i => i.DueOn),
                    Figures = new AgingFigures(
                        g.LongCount(),
                        g.Sum(i => i.DueOn >= today ? i.Open : 0),
                        g.Sum(i => i.DueOn < today && i.DueOn >= a ? i.Open : 0),
                        g.Sum(i => i.DueOn < a && i.DueOn >= b ? i.Open : 0),
                        g.Sum(i => i.DueOn < b && i.DueOn >= c ? i.Open : 0),
                        g.Sum(i => i.DueOn < c ? i.Open : 0)),
                });
            var most = query.Currency is null ? sums.OrderByDescending(g => g.SumRon) : sums.OrderByDescending(g => g.Sum);
            var debtors = await most.ThenBy(g => g.Key).ThenBy(g => g.Currency).Take(Most).ToListAsync(ct);

            // Lists keep names in capitals; as it is written a name stands in the document alone.
            string[] keys = [.. debtors.Select(d => d.Key).Distinct()];
            var last = await open.Where(i => keys.Contains(i.CustomerKey ?? i.BuyerName)).GroupBy(i => i.CustomerKey ?? i.BuyerName)
                .Select(g => new { g.Key, Last = g.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Id).Select(i => new { i.Document, i.CustomerId }).First() })
                .ToDictionaryAsync(g => g.Key, g => g.Last, ct);
            return new(today, [.. debtors.Select(d => new Row(d.Customer, last[d.Key].CustomerId, last[d.Key].Document.Buyer.Name, d.Currency, d.Oldest, d.Figures, d.SumRon))]);
        }
    }
}
