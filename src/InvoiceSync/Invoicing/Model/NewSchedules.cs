using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Invoicing.Model;

static class NewSchedules
{
    /// <summary>Adds a schedule of the caller's own.</summary>
    public static ScheduleId Begin(this InvoiceSyncDb db, DraftContent content, ScheduleSetup setup, Caller caller, DateOnly today, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var schedule = new Schedule { Id = time.New<ScheduleId>(), Owner = caller.Actor, MadeAt = now };
        schedule.Set(setup.Checked(caller), today, now);
        schedule.Say(content, now);
        db.Add(schedule);
        return schedule.Id;
    }
}
