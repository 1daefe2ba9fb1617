using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>The first page's figures: today's sales, how many wait, were accepted or refused, and what is due next. Invoices written here count as sales do.</summary>
[Requires("invoice.read")]
public sealed record GetOverview : IQuery<GetOverview.View>
{
    /// <summary>ByState counts the last 90 days, OwnByState those of them written here. Today and Days are in the tenant's zone; amounts one row a currency.</summary>
    public sealed record View(
        IReadOnlyList<Money> TodayTotals,
        int TodayCount,
        IReadOnlyDictionary<SaleState, int> ByState,
        IReadOnlyDictionary<SaleState, int> OwnByState,
        IReadOnlyList<Deadline> DueNext,
        IReadOnlyList<Day> Days);

    public sealed record Day(DateOnly On, int Sales, int Accepted, int Refused);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, OpenDeadlines deadlines, TimeProvider time) : IHandle<GetOverview, View>
    {
        const int Urgent = 8;
        const int DaysShown = 14;

        public async Task<View> Handle(GetOverview query, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var now = time.GetUtcNow();
            var today = tenant.DateOf(now);
            var dayStart = tenant.StartOf(today);
            var since = tenant.StartOf(today.AddDays(1 - DaysShown));
            var quarter = now.AddDays(-90);

            var own = (await dispatcher.Ask(new GetOwnFigures(dayStart, since, quarter, Urgent), ct)).OrThrow();
            var sold = db.SalesSeenBy(who.Caller).Where(s => s.State != SaleState.NotDue);
            var totals = await sold.Where(s => s.SoldAt >= dayStart).GroupBy(s => s.Currency)
                .Select(g => new { Currency = g.Key, Total = g.Sum(s => s.Total), Count = g.Count() }).ToListAsync(ct);
            var states = await sold.Where(s => s.SoldAt >= quarter).GroupBy(s => s.State).Select(g => new { State = g.Key, Count = g.Count() }).ToListAsync(ct);
            var recent = await sold.Where(s => s.SoldAt >= since).Select(s => new { s.SoldAt, s.State }).ToListAsync(ct);
            var written = own.ByFiling.ToDictionary(f => SaleStateOf.Filing(f.Key), f => f.Value);
            var moments = recent.Select(s => (At: s.SoldAt, s.State)).Concat(own.Recent.Select(i => (i.At, State: SaleStateOf.Filing(i.Filing))));
            return new(
                [.. totals.Select(t => new Money(t.Total, t.Currency)).Concat(own.TodayTotals).GroupBy(m => m.Currency).Select(g => g.Aggregate((a, b) => a + b))],
                totals.Sum(t => t.Count) + own.TodayCount,
                states.Select(s => (s.State, s.Count)).Concat(written.Select(w => (State: w.Key, Count: w.Value))).GroupBy(s => s.State).ToDictionary(g => g.Key, g => g.Sum(s => s.Count)),
                written,
                await deadlines.Next(tenant, own.Oldest, Urgent, DateTimeOffset.MinValue, ct),
                [.. Enumerable.Range(0, DaysShown).Select(d => today.AddDays(d + 1 - DaysShown)).GroupJoin(
                    moments, d => d, s => tenant.DateOf(s.At),
                    (d, s) => new Day(d, s.Count(), s.Count(x => x.State == SaleState.Accepted), s.Count(x => x.State is SaleState.Refused or SaleState.Parked)))]);
        }
    }
}
