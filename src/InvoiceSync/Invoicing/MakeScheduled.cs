using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Makes the draft of one period of a schedule: draft, entry and the schedule's next day in one commit. Asked again, late or by
/// two at once, there is still one.
/// </summary>
[Requires("schedule.run")]
sealed record MakeScheduled(ScheduleId Schedule, int Period) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<MakeScheduled, Done>
    {
        public async Task<Done> Handle(MakeScheduled command, CancellationToken ct)
        {
            var schedule = Rule.Found(await db.Schedules.SingleOrDefaultAsync(s => s.Id == command.Schedule, ct), ScheduleErrors.NotFound);
            if (schedule.Next != command.Period || schedule.IsPaused || !(schedule.NextOn <= await dispatcher.Today(time, ct))) return default;
            var draft = new Draft(time.New<InvoiceId>(), schedule.Content, schedule.Owner, time.GetUtcNow());
            db.Add(draft);
            db.Add(new ScheduledInvoice
            {
                Schedule = schedule.Id,
                Period = command.Period,
                DueOn = schedule.NextOn!.Value,
                Invoice = draft.Id,
                MadeAt = time.GetUtcNow(),
            });
            schedule.Advance();
            db.Note(new("draft.created", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["schedule"] = schedule.Name },
            });
            if (schedule.IssuesItself) db.Pending.Add(schedule.TenantId, new IssueScheduled(draft.Id), draft.Id.ToString(), time.GetUtcNow());
            return default;
        }
    }
}
