using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Keeps an invoice out of the plan of reminders, or takes it in again. Steps that passed meanwhile are not made up for.</summary>
[Requires("invoice.send")]
public sealed record PauseReminders(InvoiceId Invoice, bool Pause) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<PauseReminders, Done>
    {
        public async Task<Done> Handle(PauseReminders command, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var invoice = await db.Held(command.Invoice, now, ct);
            Rule.Require(who.Caller.Reaches("invoice.read", invoice.Owner), InvoiceErrors.NotFound);
            if (command.Pause) invoice.PauseReminders(now);
            else await Resume(invoice, now, ct);
            db.Note(new(command.Pause ? "reminders.paused" : "reminders.resumed", "invoice", $"{invoice.Id}"));
            return default;
        }

        // What fell into the pause has had its time: it stands in the history, and the plan finds it done. A step of today is still to come.
        async Task Resume(Invoice invoice, DateTimeOffset now, CancellationToken ct)
        {
            if (invoice.RemindersPausedAt is not { } paused) return;
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var (from, until) = (company.DateOf(paused), company.DateOf(now));
            var had = await db.Reminders.Where(r => r.Invoice == invoice.Id && r.Step != null).Select(r => r.Step!.Value).ToListAsync(ct);
            var plan = (await dispatcher.Ask(new GetReminderPlan(), ct)).OrThrow();
            foreach (var step in plan.Days.Except(had).Where(step => invoice.DueOn.AddDays(step) is var day && day >= from && day < until))
                db.Add(new Reminder { Id = Guid.CreateVersion7(now), Invoice = invoice.Id, Step = step, Outcome = ReminderOutcome.Paused, At = now });
            invoice.ResumeReminders();
        }
    }
}
