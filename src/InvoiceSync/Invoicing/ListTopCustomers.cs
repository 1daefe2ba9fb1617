using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The customers most was issued to in whole months: in one currency by its net, or in all of them by the net in RON.</summary>
[Requires("report.view")]
public sealed record ListTopCustomers(DateOnly From, DateOnly To, Currency? Currency = null) : IQuery<ListTopCustomers.View>
{
    public const int Most = 50;

    /// <summary>From and To are the whole months that were counted.</summary>
    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<Row> Rows);

    /// <summary>Key is the customer's in the ledger; of persons from before it was kept, their name in capitals.</summary>
    public sealed record Row(string Key, string Name, Currency Currency, SalesFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListTopCustomers, View>
    {
        public async Task<View> Handle(ListTopCustomers query, CancellationToken ct)
        {
            ReportSpan.Check(query.From, query.To, ReportStep.Month);
            var (from, to) = ReportSpan.Months(query.From, query.To);
            var months = db.CustomerMonths.AsNoTracking().Where(m => m.SoldIn >= from && m.SoldIn <= to);
            if (query.Currency is { } currency) months = months.Where(m => m.Currency == currency);
            var sums = months.GroupBy(m => new { m.Currency, m.CustomerKey })
                .Select(g => new
                {
                    g.Key,
                    Net = g.Sum(m => m.Net),
                    NetRon = g.Sum(m => m.NetRon),
                    Figures = new SalesFigures(
                        g.Sum(m => m.Documents), g.Sum(m => m.Net), g.Sum(m => m.Vat), g.Sum(m => m.Gross), g.Sum(m => m.NetRon), g.Sum(m => m.VatRon), g.Sum(m => m.WithoutRon)),
                })
                .Where(s => s.Net != 0 || s.NetRon != 0);
            var most = query.Currency is null ? sums.OrderByDescending(s => s.NetRon) : sums.OrderByDescending(s => s.Net);
            var found = await most.ThenBy(s => s.Key.CustomerKey).ThenBy(s => s.Key.Currency).Take(Most).ToListAsync(ct);

            string[] keys = [.. found.Select(f => f.Key.CustomerKey).Distinct()];
            var names = (await months.Where(m => keys.Contains(m.CustomerKey)).Select(m => new { m.CustomerKey, m.SoldIn, m.Name }).ToListAsync(ct))
                .GroupBy(m => m.CustomerKey).ToDictionary(g => g.Key, g => g.MaxBy(m => m.SoldIn)!.Name);
            return new(from, to, [.. found.Select(f => new Row(f.Key.CustomerKey, names[f.Key.CustomerKey], f.Key.Currency, f.Figures))]);
        }
    }
}
