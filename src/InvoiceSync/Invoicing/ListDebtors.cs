using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The customers who owe most in one currency, by how long it is overdue today: what the aging report is made of.</summary>
[Requires("report.view")]
public sealed record ListDebtors(Currency Currency) : IQuery<IReadOnlyList<ListDebtors.Row>>
{
    public const int Most = 50;

    /// <summary>Key is the customer's in the ledger; null of persons from before it was kept, whom their name tells apart.</summary>
    public sealed record Row(string? Key, string Name, DateOnly OldestDue, AgingFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ListDebtors, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListDebtors query, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            var (a, b, c) = (today.AddDays(-30), today.AddDays(-60), today.AddDays(-90));
            var open = db.Invoices.AsNoTracking().Where(i => i.Open != 0 && i.Currency == query.Currency);
            var debtors = await open.GroupBy(i => i.CustomerKey ?? i.BuyerName)
                .Select(g => new
                {
                    g.Key,
                    Customer = g.Max(i => i.CustomerKey),
                    Sum = g.Sum(i => i.Open),
                    Oldest = g.Min(i => i.DueOn),
                    Figures = new AgingFigures(
                        g.LongCount(),
                        g.Sum(i => i.DueOn >= today ? i.Open : 0),
                        g.Sum(i => i.DueOn < today && i.DueOn >= a ? i.Open : 0),
                        g.Sum(i => i.DueOn < a && i.DueOn >= b ? i.Open : 0),
                        g.Sum(i => i.DueOn < b && i.DueOn >= c ? i.Open : 0),
                        g.Sum(i => i.DueOn < c ? i.Open : 0)),
                })
                .OrderByDescending(g => g.Sum).ThenBy(g => g.Key).Take(Most).ToListAsync(ct);

            // Lists keep names in capitals; as it is written a name stands in the document alone.
            string[] keys = [.. debtors.Select(d => d.Key)];
            var names = await open.Where(i => keys.Contains(i.CustomerKey ?? i.BuyerName)).GroupBy(i => i.CustomerKey ?? i.BuyerName)
                .Select(g => new { g.Key, Last = g.OrderByDescending(i => i.IssuedOn).ThenByDescending(i => i.Id).Select(i => i.Document).First() })
                .ToDictionaryAsync(g => g.Key, g => g.Last.Buyer.Name, ct);
            return [.. debtors.Select(d => new Row(d.Customer, names[d.Key], d.Oldest, d.Figures))];
        }
    }
}
