using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One page of the schedules the caller may see, newest first.</summary>
[Requires("invoice.read")]
public sealed record ListSchedules(ScheduleState? State = null, PageKey? After = null, int Take = 50) : IQuery<Page<ListSchedules.Row>>
{
    public CustomerId? Customer { get; init; }

    public bool OldestFirst { get; init; }

    /// <summary>HasProblem: the next one cannot be made, or one that was made is not issued or not sent.</summary>
    public sealed record Row(ScheduleId Id, ScheduleSetup Setup, ScheduleState State, DateOnly? NextOn, DraftContent Content, bool HasProblem, DateTimeOffset MadeAt, DateTimeOffset ChangedAt)
    {
        public Money Total => new(DraftTotals.Of(Content).Totals.TaxInclusive, Content.Currency);

        internal static Row Of(Schedule s, bool hasProblem) => new(s.Id, s.Setup, s.State, s.NextOn, s.Content, hasProblem, s.MadeAt, s.ChangedAt);
    }

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<ListSchedules, Page<Row>>
    {
        const int Most = 500;

        public async Task<Page<Row>> Handle(ListSchedules query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, Most);
            var rows = await Sorted(Narrowed(db.SchedulesSeenBy(who.Caller).AsNoTracking(), query), query).Take(take + 1).ToListAsync(ct);
            var page = rows.Count > take ? rows[..take] : rows;
            var ids = page.Select(s => s.Id).ToList();
            var (drafts, invoices) = (db.Drafts, db.Invoices);
            var stuck = await db.ScheduledInvoices.Where(i => ids.Contains(i.Schedule) && i.Problem != null && (drafts.Any(d => d.Id == i.Invoice) || invoices.Any(x => x.Id == i.Invoice)))
                .Select(i => i.Schedule).Distinct().ToListAsync(ct);
            return new([.. page.Select(s => Row.Of(s, s.Problem is not null || stuck.Contains(s.Id)))], rows.Count > take ? new(page[^1].MadeAt, page[^1].Id.Value) : null);
        }

        static IQueryable<Schedule> Narrowed(IQueryable<Schedule> schedules, ListSchedules query)
        {
            if (query.Customer is { } customer) schedules = schedules.Where(s => s.CustomerId == customer);
            return query.State switch
            {
                ScheduleState.Active => schedules.Where(s => s.NextOn != null && !s.IsPaused),
                ScheduleState.Paused => schedules.Where(s => s.NextOn != null && s.IsPaused),
                ScheduleState.Ended => schedules.Where(s => s.NextOn == null),
                _ => schedules,
            };
        }

        IQueryable<Schedule> Sorted(IQueryable<Schedule> schedules, ListSchedules query)
        {
            if (query.After is { } after) schedules = db.Dialect.Beyond(schedules, after.At, after.Id, !query.OldestFirst, s => s.MadeAt, s => s.Id);
            return query.OldestFirst ? schedules.OrderBy(s => s.MadeAt).ThenBy(s => s.Id) : schedules.OrderByDescending(s => s.MadeAt).ThenByDescending(s => s.Id);
        }
    }
}
