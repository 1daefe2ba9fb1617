using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>From now on the invoices of a schedule say what this draft says. The draft has done its work and is gone.</summary>
[Requires("invoice.draft")]
public sealed record ReviseSchedule(ScheduleId Schedule, InvoiceId Draft) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<ReviseSchedule, Done>
    {
        public async Task<Done> Handle(ReviseSchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            Rule.Require(schedule.EndedAt is null, ScheduleErrors.Ended);
            var draft = await db.DraftToEdit(command.Draft, who.Caller, ct);
            schedule.Say(draft.Content, time.GetUtcNow());
            await db.ThrowAway(draft, time.GetUtcNow(), ct);
            db.Note(new("draft.deleted", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["schedule"] = schedule.Name },
            });
            return default;
        }
    }
}
