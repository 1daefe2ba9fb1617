using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>One schedule with its next twelve days and what it has made, the newest 200 first.</summary>
[Requires("invoice.read")]
public sealed record GetSchedule(ScheduleId Schedule) : IQuery<GetSchedule.View>
{
    /// <summary>Problem is why the next one could not be made.</summary>
    public sealed record View(ListSchedules.Row Row, IReadOnlyList<DateOnly> NextDays, IReadOnlyList<Made> Ledger, Trouble? Problem, bool MayEdit, bool IsEnded, bool HasBegun, long Version);

    /// <summary>Number is null while it is a draft; both are null when it was thrown away. Problem is why it was not issued, or not sent.</summary>
    public sealed record Made(int Period, DateOnly DueOn, InvoiceId Invoice, DateTimeOffset At, bool IsDraft, string? Number, Trouble? Problem);

    /// <summary>An error's code, and its words in English.</summary>
    public sealed record Trouble(string Code, string Text);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetSchedule, View>
    {
        const int Foreseen = 12;
        const int MostMade = 200;

        public async Task<View> Handle(GetSchedule query, CancellationToken ct)
        {
            var it = Rule.Found(await db.SchedulesSeenBy(who.Caller).AsNoTracking().SingleOrDefaultAsync(s => s.Id == query.Schedule, ct), ScheduleErrors.NotFound);
            var made = await db.ScheduledInvoices.AsNoTracking().Where(i => i.Schedule == it.Id).OrderByDescending(i => i.Period).Take(MostMade).ToListAsync(ct);
            var ids = made.Select(m => m.Invoice).ToList();
            var numbers = await db.Invoices.Where(i => ids.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.Number, ct);
            var drafts = await db.Drafts.Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(ct);
            return new(
                ListSchedules.Row.Of(it, it.Problem is not null), [.. it.Days.Take(Foreseen)],
                [.. made.Select(m => new Made(m.Period, m.DueOn, m.Invoice, m.MadeAt, drafts.Contains(m.Invoice), numbers.GetValueOrDefault(m.Invoice), Of(m.Problem, m.ProblemText)))],
                Of(it.Problem, it.ProblemText), it.MayBeEditedBy(who.Caller), it.EndedAt is not null, it.Next > 0, it.Version);
        }

        static Trouble? Of(string? code, string? text) => code is null ? null : new(code, text ?? "");
    }
}
