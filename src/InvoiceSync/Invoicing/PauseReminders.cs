using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps an invoice out of the plan of reminders, or takes it in again. Steps that passed meanwhile are not made up for.</summary>
[Requires("invoice.send")]
public sealed record PauseReminders(InvoiceId Invoice, bool Pause) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<PauseReminders, Done>
    {
        public async Task<Done> Handle(PauseReminders command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var invoice = await db.Held(command.Invoice, now, ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            if (command.Pause) invoice.PauseReminders(now);
            else invoice.ResumeReminders();
            db.Note(new(command.Pause ? "reminders.paused" : "reminders.resumed", "invoice", $"{invoice.Id}"));
            return default;
        }
    }
}
