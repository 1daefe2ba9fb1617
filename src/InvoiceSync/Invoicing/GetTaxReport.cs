using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What was taxed and the VAT on it by category and rate, of documents issued between two days, or of supplies in whole months.</summary>
[Requires("report.view")]
public sealed record GetTaxReport(DateOnly From, DateOnly To, TaxBasis Basis = TaxBasis.Issue, Currency? Currency = null) : IQuery<GetTaxReport.View>
{
    /// <summary>Of supplies From and To are widened to whole months. Ron adds up all currencies at the rates the documents hold.</summary>
    public sealed record View(DateOnly From, DateOnly To, TaxBasis Basis, IReadOnlyList<Row> Rows, IReadOnlyList<Total> Totals, decimal TaxableRon, decimal TaxRon);

    /// <summary>Documents that hold this category and rate; one with two rates stands in two rows.</summary>
    public sealed record Row(Currency Currency, VatCategory Category, decimal Rate, long Documents, TaxFigures Figures);

    public sealed record Total(Currency Currency, TaxFigures Figures);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetTaxReport, View>
    {
        public async Task<View> Handle(GetTaxReport query, CancellationToken ct)
        {
            ReportSpan.Check(query.From, query.To, ReportStep.Month);
            var (from, to) = query.Basis == TaxBasis.Issue ? (query.From, query.To) : ReportSpan.Months(query.From, query.To);
            var days = db.TaxDays.AsNoTracking();
            days = query.Basis == TaxBasis.Issue ? days.Where(d => d.IssuedOn >= from && d.IssuedOn <= to) : days.Where(d => d.SuppliedIn >= from && d.SuppliedIn <= to);
            if (query.Currency is { } currency) days = days.Where(d => d.Currency == currency);
            var found = await days.GroupBy(d => new { d.Currency, d.Category, d.Rate })
                .Select(g => new Row(
                    g.Key.Currency, g.Key.Category, g.Key.Rate, g.Sum(d => d.Documents),
                    new(g.Sum(d => d.Taxable), g.Sum(d => d.Tax), g.Sum(d => d.TaxableRon), g.Sum(d => d.TaxRon))))
                .ToListAsync(ct);
            Row[] rows = [.. found.Where(r => r.Documents != 0 || r.Figures != TaxFigures.None).OrderBy(r => r.Currency.Code, StringComparer.Ordinal).ThenBy(r => r.Category).ThenByDescending(r => r.Rate)];
            var totals = rows.GroupBy(r => r.Currency).Select(g => new Total(g.Key, g.Aggregate(TaxFigures.None, (sum, r) => sum.Plus(r.Figures))));
            return new(from, to, query.Basis, rows, [.. totals], rows.Sum(r => r.Figures.TaxableRon), rows.Sum(r => r.Figures.TaxRon));
        }
    }
}
