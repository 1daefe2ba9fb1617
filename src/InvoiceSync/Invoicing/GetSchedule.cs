using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One schedule with its next twelve days and what it has made, the newest first.</summary>
[Requires("invoice.read")]
public sealed record GetSchedule(ScheduleId Schedule) : IQuery<GetSchedule.View>
{
    public sealed record View(
        ScheduleId Id, string Name, DraftContent Content, Money Total, ScheduleTerms Terms, bool IssuesItself, bool IsPaused, IReadOnlyList<DateOnly> NextDays, IReadOnlyList<Made> Ledger, bool MayEdit);

    /// <summary>Number is null while it is a draft; both are null when it was thrown away.</summary>
    public sealed record Made(int Period, DateOnly DueOn, InvoiceId Invoice, DateTimeOffset At, bool IsDraft, string? Number);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetSchedule, View>
    {
        const int Foreseen = 12;
        const int MostMade = 200;

        public async Task<View> Handle(GetSchedule query, CancellationToken ct)
        {
            var caller = who.Caller;
            var it = Rule.Found(await db.SchedulesSeenBy(caller).AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Schedule, ct), ScheduleErrors.NotFound);
            var made = await db.ScheduledInvoices.AsNoTracking().Where(i => i.Schedule == it.Id).OrderByDescending(i => i.Period).Take(MostMade).ToListAsync(ct);
            var ids = made.Select(m => m.Invoice).ToList();
            var numbers = await db.Invoices.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, ct);
            var drafts = await db.Drafts.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
            return new(
                it.Id, it.Name, it.Content, new(DraftTotals.Of(it.Content).Totals.TaxInclusive, it.Content.Currency), it.Terms, it.IssuesItself, it.IsPaused,
                [.. it.Terms.From(it.Next).Take(Foreseen)],
                [.. made.Select(m => new Made(m.Period, m.DueOn, m.Invoice, m.MadeAt, drafts.Contains(m.Invoice), numbers.GetValueOrDefault(m.Invoice)))],
                it.Owner == caller.Actor ? caller.May("invoice.draft") : caller.Reaches("invoice.update", it.Owner));
        }
    }
}
