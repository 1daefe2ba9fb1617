using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The company's number series, with the number each would draw today if it is free. A company that set none up has the usual one.</summary>
[Requires("invoice.read")]
public sealed record ListSeries : IQuery<IReadOnlyList<ListSeries.Row>>
{
    public sealed record Row(string Name, string Pattern, long First, bool IsDefault, string NextNumber, bool HasBegun);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ListSeries, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListSeries query, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            var kept = await db.InvoiceSeries.AsNoTracking().OrderBy(s => s.Name).ToListAsync(ct);
            if (kept.Count == 0) kept.Add(new() { Name = InvoiceSeries.UsualName, IsDefault = true });
            var counters = await db.NumberSeries.AsNoTracking().ToDictionaryAsync(n => n.Name, n => n.Next, ct);
            return [.. kept.Select(s => Of(s, counters, today))];
        }

        static Row Of(InvoiceSeries series, Dictionary<string, long> counters, DateOnly today)
        {
            var pattern = NumberPattern.Parse(series.Pattern);
            var next = counters.TryGetValue(pattern.CounterOn(today), out var drawn) ? drawn : series.FirstIn(today.Year);
            return new(series.Name, series.Pattern, series.First, series.IsDefault, pattern.Number(today, next), counters.Keys.Any(pattern.Counts));
        }
    }
}
