using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Payments.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Payments;

/// <summary>What came, went back and was undone between two days, both included, by day or month, currency and method. Sums of currencies stand side by side.</summary>
[Requires("report.view")]
public sealed record GetPaymentsReport(DateOnly From, DateOnly To, ReportStep By = ReportStep.Month, Currency? Currency = null) : IQuery<GetPaymentsReport.View>
{
    public sealed record View(DateOnly From, DateOnly To, ReportStep By, IReadOnlyList<Row> Rows, IReadOnlyList<Total> Totals);

    /// <summary>Start is the day, or the first day of the month.</summary>
    public sealed record Row(DateOnly Start, Currency Currency, PaymentMethod Method, PaymentFigures Figures);

    public sealed record Total(Currency Currency, PaymentFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetPaymentsReport, View>
    {
        public async Task<View> Handle(GetPaymentsReport query, CancellationToken ct)
        {
            ReportSpan.Check(query.From, query.To, query.By);
            var days = db.PaymentDays.AsNoTracking().Where(d => d.MovedOn >= query.From && d.MovedOn <= query.To);
            if (query.Currency is { } currency) days = days.Where(d => d.Currency == currency);
            var found = query.By == ReportStep.Day ? await ByDay(days, ct) : await ByMonth(days, ct);
            Row[] rows = [.. found.Where(r => r.Figures != PaymentFigures.None).OrderBy(r => r.Start).ThenBy(r => r.Currency.Code, StringComparer.Ordinal).ThenBy(r => r.Method)];
            var totals = rows.GroupBy(r => r.Currency).Select(g => new Total(g.Key, g.Aggregate(PaymentFigures.None, (sum, r) => sum.Plus(r.Figures))));
            return new(query.From, query.To, query.By, rows, [.. totals.OrderBy(t => t.Currency.Code, StringComparer.Ordinal)]);
        }

        static Task<List<Row>> ByDay(IQueryable<PaymentDay> days, CancellationToken ct) => days
            .Select(d => new Row(
                d.MovedOn, d.Currency, d.Method,
                new(d.Payments, d.Received, d.ReceivedRon, d.Refunded, d.RefundedRon, d.Reversed, d.ReversedRon, d.Unapplied, d.UnappliedRon)))
            .ToListAsync(ct);

        static async Task<IEnumerable<Row>> ByMonth(IQueryable<PaymentDay> days, CancellationToken ct)
        {
            var months = await days.GroupBy(d => new { d.MovedOn.Year, d.MovedOn.Month, d.Currency, d.Method })
                .Select(g => new
                {
                    g.Key,
                    Figures = new PaymentFigures(
                        g.Sum(d => d.Payments), g.Sum(d => d.Received), g.Sum(d => d.ReceivedRon), g.Sum(d => d.Refunded), g.Sum(d => d.RefundedRon),
                        g.Sum(d => d.Reversed), g.Sum(d => d.ReversedRon), g.Sum(d => d.Unapplied), g.Sum(d => d.UnappliedRon)),
                })
                .ToListAsync(ct);
            return months.Select(m => new Row(new(m.Key.Year, m.Key.Month, 1), m.Key.Currency, m.Key.Method, m.Figures));
        }
    }
}
