using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Renames a schedule, ends it sooner or later, changes what becomes of its invoices and, with a content, what they say. The days of one that has begun stay.</summary>
[Requires("invoice.draft")]
public sealed record UpdateSchedule(ScheduleId Schedule, ScheduleSetup Setup, DraftContent? Content = null, long? Version = null) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<UpdateSchedule, Done>
    {
        public async Task<Done> Handle(UpdateSchedule command, CancellationToken ct)
        {
            var schedule = await db.ScheduleToEdit(command.Schedule, who.Caller, ct);
            schedule.Expect(command.Version);
            schedule.Set(command.Setup.Checked(who.Caller), await dispatcher.Today(time, ct), time.GetUtcNow());
            if (command.Content is { } content) schedule.Say(await dispatcher.Known(content, schedule.CustomerId, ct), time.GetUtcNow());
            return default;
        }
    }
}
