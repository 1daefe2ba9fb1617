using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing.Model;

/// <summary>
/// Who sees and who changes a schedule: its maker always, others as far as their permission on invoices reaches. Any change of one that
/// issues or mails by itself takes the right to issue or to send as well.
/// </summary>
static class ScheduleAccess
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<Schedule> Schedules => db.Set<Schedule>();

        public DbSet<ScheduledInvoice> ScheduledInvoices => db.Set<ScheduledInvoice>();

        public IQueryable<Schedule> SchedulesSeenBy(Caller caller) =>
            caller.Reach("invoice.read") is { } actors ? db.Schedules.Where(s => actors.Contains(s.Owner) || s.Owner == caller.Actor) : db.Schedules;

        /// <summary>The schedule for a change by this caller; one they may not even see is not found.</summary>
        public async Task<Schedule> ScheduleToEdit(ScheduleId id, Caller caller, CancellationToken ct)
        {
            var schedule = Rule.Found(await db.SchedulesSeenBy(caller).SingleOrDefaultAsync(s => s.Id == id, ct), ScheduleErrors.NotFound);
            Rule.Require(schedule.MayBeEditedBy(caller), CallerErrors.PermissionMissing);
            return schedule;
        }

        /// <summary>What a draft or an issued invoice says, for whoever may read it.</summary>
        public async Task<DraftContent> ContentOf(InvoiceId id, Caller caller, CancellationToken ct)
        {
            if (await db.DraftsSeenBy(caller).AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft) return draft.Content;
            var invoice = Rule.Found(await db.InvoicesSeenBy(caller).SingleOrDefaultAsync(i => i.Id == id, ct), InvoiceErrors.NotFound);
            return invoice.Document.AsDraft(invoice.CustomerId);
        }
    }

    public static bool MayBeEditedBy(this Schedule schedule, Caller caller) =>
        (schedule.Owner == caller.Actor ? caller.May("invoice.draft") : caller.Reaches("invoice.update", schedule.Owner)) && schedule.Setup.MayBeSetBy(caller);
}
