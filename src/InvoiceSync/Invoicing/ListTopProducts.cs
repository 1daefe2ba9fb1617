using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The products most was issued of in whole months, and lines that name none by what they say: in one currency by its net, or in all by the net in RON.</summary>
[Requires("report.view")]
public sealed record ListTopProducts(DateOnly From, DateOnly To, Currency? Currency = null) : IQuery<ListTopProducts.View>
{
    public const int Most = 50;

    /// <summary>From and To are the whole months that were counted.</summary>
    public sealed record View(DateOnly From, DateOnly To, IReadOnlyList<Row> Rows);

    /// <summary>Product is none for lines that were typed. One sold by two units stands in two rows.</summary>
    public sealed record Row(ProductId? Product, string Name, string Unit, Currency Currency, ProductFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListTopProducts, View>
    {
        public async Task<View> Handle(ListTopProducts query, CancellationToken ct)
        {
            ReportSpan.Check(query.From, query.To, ReportStep.Month);
            var (from, to) = ReportSpan.Months(query.From, query.To);
            var months = db.ProductMonths.AsNoTracking().Where(m => m.SoldIn >= from && m.SoldIn <= to);
            if (query.Currency is { } currency) months = months.Where(m => m.Currency == currency);
            var sums = months.GroupBy(m => new { m.Currency, m.ProductKey, m.Unit })
                .Select(g => new
                {
                    g.Key,
                    Net = g.Sum(m => m.Net),
                    NetRon = g.Sum(m => m.NetRon),
                    Figures = new ProductFigures(g.Sum(m => m.Lines), g.Sum(m => m.Quantity), g.Sum(m => m.Net), g.Sum(m => m.NetRon)),
                })
                .Where(s => s.Net != 0 || s.NetRon != 0);
            var most = query.Currency is null ? sums.OrderByDescending(s => s.NetRon) : sums.OrderByDescending(s => s.Net);
            var found = await most.ThenBy(s => s.Key.ProductKey).ThenBy(s => s.Key.Currency).ThenBy(s => s.Key.Unit).Take(Most).ToListAsync(ct);

            string[] keys = [.. found.Select(f => f.Key.ProductKey).Distinct()];
            var names = (await months.Where(m => keys.Contains(m.ProductKey)).Select(m => new { m.ProductKey, m.SoldIn, m.Name }).ToListAsync(ct))
                .GroupBy(m => m.ProductKey).ToDictionary(g => g.Key, g => g.MaxBy(m => m.SoldIn)!.Name);
            return new(from, to, [.. found.Select(f => new Row(
                Guid.TryParseExact(f.Key.ProductKey, "D", out var id) ? ProductId.From(id) : null, names[f.Key.ProductKey], f.Key.Unit, f.Key.Currency, f.Figures))]);
        }
    }
}
