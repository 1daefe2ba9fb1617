using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What was issued between two days, both included, by day or month, currency and source. Sums of currencies stand side by side.</summary>
[Requires("report.view")]
public sealed record GetSalesReport(DateOnly From, DateOnly To, ReportStep By = ReportStep.Month, Currency? Currency = null) : IQuery<GetSalesReport.View>
{
    public sealed record View(DateOnly From, DateOnly To, ReportStep By, IReadOnlyList<Row> Rows, IReadOnlyList<Total> Totals);

    /// <summary>Start is the day, or the first day of the month; Source is own or where the sale came from, like stripe.</summary>
    public sealed record Row(DateOnly Start, Currency Currency, string Source, SalesFigures Figures);

    public sealed record Total(Currency Currency, SalesFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetSalesReport, View>
    {
        public async Task<View> Handle(GetSalesReport query, CancellationToken ct)
        {
            ReportSpan.Check(query.From, query.To, query.By);
            var days = db.SalesDays.AsNoTracking().Where(d => d.IssuedOn >= query.From && d.IssuedOn <= query.To);
            if (query.Currency is { } currency) days = days.Where(d => d.Currency == currency);
            var found = query.By == ReportStep.Day ? await ByDay(days, ct) : await ByMonth(days, ct);
            Row[] rows = [.. found.Where(r => r.Figures != SalesFigures.None).OrderBy(r => r.Start).ThenBy(r => r.Currency.Code, StringComparer.Ordinal).ThenBy(r => r.Source, StringComparer.Ordinal)];
            var totals = rows.GroupBy(r => r.Currency).Select(g => new Total(g.Key, g.Aggregate(SalesFigures.None, (sum, r) => sum.Plus(r.Figures))));
            return new(query.From, query.To, query.By, rows, [.. totals.OrderBy(t => t.Currency.Code, StringComparer.Ordinal)]);
        }

        static Task<List<Row>> ByDay(IQueryable<SalesDay> days, CancellationToken ct) =>
            days.Select(d => new Row(d.IssuedOn, d.Currency, d.Source, new(d.Documents, d.Net, d.Vat, d.Gross, d.NetRon, d.VatRon, d.WithoutRon))).ToListAsync(ct);

        static async Task<IEnumerable<Row>> ByMonth(IQueryable<SalesDay> days, CancellationToken ct)
        {
            var months = await days.GroupBy(d => new { d.IssuedOn.Year, d.IssuedOn.Month, d.Currency, d.Source })
                .Select(g => new
                {
                    g.Key,
                    Figures = new SalesFigures(
                        g.Sum(d => d.Documents), g.Sum(d => d.Net), g.Sum(d => d.Vat), g.Sum(d => d.Gross), g.Sum(d => d.NetRon), g.Sum(d => d.VatRon), g.Sum(d => d.WithoutRon)),
                })
                .ToListAsync(ct);
            return months.Select(m => new Row(new(m.Key.Year, m.Key.Month, 1), m.Key.Currency, m.Key.Source, m.Figures));
        }
    }
}
