using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>What is open today, as the company's calendar says, by how long it is overdue. Currencies stand side by side.</summary>
[Requires("report.view")]
public sealed record GetAgingReport(Currency? Currency = null) : IQuery<GetAgingReport.View>
{
    public sealed record View(DateOnly AsOf, IReadOnlyList<Row> Rows);

    /// <summary>OpenRon is what is open at the rates of the documents, as the ledger holds it.</summary>
    public sealed record Row(Currency Currency, AgingFigures Figures, decimal OpenRon);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<GetAgingReport, View>
    {
        public async Task<View> Handle(GetAgingReport query, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            var (a, b, c) = (today.AddDays(-30), today.AddDays(-60), today.AddDays(-90));
            var days = db.DueDays.AsNoTracking().Where(d => d.Documents != 0);
            if (query.Currency is { } currency) days = days.Where(d => d.Currency == currency);
            var rows = await days.GroupBy(d => d.Currency)
                .Select(g => new Row(
                    g.Key,
                    new(
                        g.Sum(d => d.Documents),
                        g.Sum(d => d.DueOn >= today ? d.Open : 0),
                        g.Sum(d => d.DueOn < today && d.DueOn >= a ? d.Open : 0),
                        g.Sum(d => d.DueOn < a && d.DueOn >= b ? d.Open : 0),
                        g.Sum(d => d.DueOn < b && d.DueOn >= c ? d.Open : 0),
                        g.Sum(d => d.DueOn < c ? d.Open : 0)),
                    g.Sum(d => d.OpenRon)))
                .ToListAsync(ct);
            return new(today, [.. rows.OrderBy(r => r.Currency.Code, StringComparer.Ordinal)]);
        }
    }
}
