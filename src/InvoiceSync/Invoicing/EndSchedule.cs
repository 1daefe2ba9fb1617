using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Invoicing;

/// <summary>Ends a schedule for good. It stays to be read, with what it made.</summary>
[Requires("invoice.draft")]
public sealed record EndSchedule(ScheduleId Schedule, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who, TimeProvider time) : IHandle<EndSchedule, Done>
    {
        public async Task<Done> Handle(EndSchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            schedule.Expect(command.Version);
            schedule.End(time.GetUtcNow());
            return default;
        }
    }
}
