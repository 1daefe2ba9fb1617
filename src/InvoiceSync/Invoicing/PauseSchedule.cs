using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Stops a schedule for a while, or lets it go on with the first day still to come: what fell into the pause is not made up.</summary>
[Requires("invoice.draft")]
public sealed record PauseSchedule(ScheduleId Schedule, bool IsPaused, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<PauseSchedule, Done>
    {
        public async Task<Done> Handle(PauseSchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            schedule.Expect(command.Version);
            if (command.IsPaused) schedule.Pause(time.GetUtcNow());
            else schedule.Resume(await dispatcher.Today(time, ct), time.GetUtcNow());
            return default;
        }
    }
}
