using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>A day's sales by the company's calendar, how far they have come, and how many of any day wait for a person.</summary>
[Requires("invoice.read")]
public sealed record GetDaySummary(DateOnly Day) : IQuery<GetDaySummary.View>
{
    public sealed record View(DateOnly Day, int Sales, IReadOnlyList<Money> Totals, int Accepted, int OnTheWay, int Refused, int Parked, int WaitingForPerson)
    {
        /// <summary>Invoiced, and not filed here as the company has chosen.</summary>
        public int Kept { get; init; }

        public bool IsEmpty => Sales == 0 && WaitingForPerson == 0;
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, IDispatcher dispatcher, TimeProvider time) : IHandle<GetDaySummary, View>
    {
        const int MostDaysAgo = 366;

        public async Task<View> Handle(GetDaySummary query, CancellationToken ct)
        {
            var tenant = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var today = tenant.DateOf(time.GetUtcNow());
            Rule.Require(query.Day <= today && today.DayNumber - query.Day.DayNumber <= MostDaysAgo, NewsErrors.DayInvalid);
            var (from, end) = (tenant.StartOf(query.Day), tenant.StartOf(query.Day.AddDays(1)));
            var day = await db.SalesSeenBy(who.Caller).Where(s => s.SoldAt >= from && s.SoldAt < end && s.State != SaleState.NotDue)
                .GroupBy(s => new { s.State, s.Currency }).Select(g => new { g.Key.State, g.Key.Currency, Count = g.Count(), Total = g.Sum(s => s.Total) }).ToListAsync(ct);
            var waiting = await db.SalesSeenBy(who.Caller).CountAsync(s => s.State == SaleState.Parked || s.State == SaleState.Refused, ct);
            return new(
                query.Day, day.Sum(g => g.Count),
                [.. day.GroupBy(g => g.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => new Money(g.Sum(x => x.Total), g.Key))],
                Of(SaleState.Accepted), Of(SaleState.Ready) + Of(SaleState.Waiting) + Of(SaleState.Sent) + Of(SaleState.Unknown), Of(SaleState.Refused), Of(SaleState.Parked), waiting)
            {
                Kept = Of(SaleState.Kept),
            };

            int Of(SaleState state) => day.Where(g => g.State == state).Sum(g => g.Count);
        }
    }
}
