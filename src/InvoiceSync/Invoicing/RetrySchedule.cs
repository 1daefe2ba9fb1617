using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Tries again what failed of a schedule: to make the next one or, with a period, to issue or send the one made for it.</summary>
[Requires("invoice.draft")]
public sealed record RetrySchedule(ScheduleId Schedule, int? Period = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<RetrySchedule, Done>
    {
        public async Task<Done> Handle(RetrySchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            if (command.Period is { } period)
            {
                await Again(schedule, period, ct);
            }
            else
            {
                Rule.Require(schedule.Problem is not null, ScheduleErrors.NothingToRetry);
                db.Pending.Add(schedule.TenantId, new MakeDueInvoices(), InvoicingModule.MakesDue, time.GetUtcNow());
            }

            db.Note(new("schedule.retried", "schedule", schedule.Id.ToString()));
            return default;
        }

        async Task Again(Schedule schedule, int period, CancellationToken ct)
        {
            var made = await db.ScheduledInvoices.SingleOrDefaultAsync(i => i.Schedule == schedule.Id && i.Period == period, ct);
            Rule.Require(made?.Problem is not null, ScheduleErrors.NothingToRetry);
            var isDraft = await db.Drafts.AnyAsync(d => d.Id == made!.Invoice, ct);
            Rule.Require(who.Caller.May(isDraft ? "invoice.create" : "invoice.send"), CallerErrors.PermissionMissing);
            if (isDraft) db.Pending.Add(schedule.TenantId, new IssueScheduled(made!.Invoice), made.Invoice.ToString(), time.GetUtcNow());
            else db.Pending.Add(schedule.TenantId, new MailScheduled(made!.Invoice), made.Invoice.ToString(), time.GetUtcNow());
        }
    }
}
