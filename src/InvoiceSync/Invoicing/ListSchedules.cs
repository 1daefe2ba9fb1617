using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>The schedules the caller may see, the next due first and the ended last; at most 500.</summary>
[Requires("invoice.read")]
public sealed record ListSchedules : IQuery<IReadOnlyList<ListSchedules.Row>>
{
    public sealed record Row(ScheduleId Id, string Name, string BuyerName, Money Total, ScheduleTerms Terms, bool IssuesItself, bool IsPaused, DateOnly? NextOn);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListSchedules, IReadOnlyList<Row>>
    {
        const int Most = 500;

        public async Task<IReadOnlyList<Row>> Handle(ListSchedules query, CancellationToken ct)
        {
            var schedules = await db.SchedulesSeenBy(who.Caller).AsNoTracking().OrderBy(s => s.NextOn == null).ThenBy(s => s.NextOn).ThenBy(s => s.Id).Take(Most).ToListAsync(ct);
            return
            [
                .. schedules.Select(s => new Row(
                    s.Id, s.Name, s.Content.Buyer.Name, new(DraftTotals.Of(s.Content).Totals.TaxInclusive, s.Content.Currency), s.Terms, s.IssuesItself, s.IsPaused, s.NextOn)),
            ];
        }
    }
}
