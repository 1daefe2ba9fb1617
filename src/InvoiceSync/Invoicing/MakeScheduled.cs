using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Makes the draft of one period of a schedule: draft, entry and the schedule's next day in one commit. Asked again, late or by
/// two at once, there is still one. True when this made it; Buyer is how the customer is written today.
/// </summary>
[Requires("schedule.run")]
sealed record MakeScheduled(ScheduleId Schedule, int Period, DateOnly Today, DraftBuyer? Buyer = null) : ICommand<bool>
{
    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<MakeScheduled, bool>
    {
        public async Task<bool> Handle(MakeScheduled command, CancellationToken ct)
        {
            var schedule = Rule.Found(await db.Schedules.SingleOrDefaultAsync(s => s.Id == command.Schedule, ct), ScheduleErrors.NotFound);
            if (schedule.Next != command.Period || schedule.IsPaused || !(schedule.NextOn <= command.Today)) return false;
            var now = time.GetUtcNow();
            var draft = new Draft(time.New<InvoiceId>(), schedule.Content with { Buyer = Fresh(schedule.Content.Buyer, command.Buyer) }, schedule.Owner, now);
            db.Add(draft);
            db.Add(new ScheduledInvoice
            {
                Schedule = schedule.Id,
                Period = command.Period,
                DueOn = schedule.NextOn!.Value,
                Invoice = draft.Id,
                MadeAt = now,
            });
            schedule.Advance();
            schedule.Note(null);
            db.Note(new("draft.created", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["schedule"] = schedule.Name },
            });
            if (schedule.IssuesItself) db.Pending.Add(schedule.TenantId, new IssueScheduled(draft.Id), draft.Id.ToString(), now);
            return true;
        }

        // A person's CNP stays as it is shown to people: the whole one is put in when the invoice is issued.
        static DraftBuyer Fresh(DraftBuyer kept, DraftBuyer? now) =>
            now is null ? kept : now.Kind == BuyerKind.Individual && kept.Kind == BuyerKind.Individual ? now with { TaxId = kept.TaxId } : now;
    }
}
