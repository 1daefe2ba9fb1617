using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Begins a draft that says what the invoices of a schedule say, to write in it and have them say that from then on.</summary>
[Requires("invoice.draft")]
public sealed record CopySchedule(ScheduleId Schedule) : ICommand<InvoiceId>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<CopySchedule, InvoiceId>
    {
        public async Task<InvoiceId> Handle(CopySchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            var draft = new Draft(time.New<InvoiceId>(), schedule.Content, who.Caller.Actor, time.GetUtcNow()) { Revises = schedule.Id };
            db.Add(draft);
            db.Note(new("draft.created", "draft", draft.Id.ToString())
            {
                Details = new Dictionary<string, string> { ["schedule"] = schedule.Name },
            });
            return draft.Id;
        }
    }
}
