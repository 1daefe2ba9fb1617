using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Begins a schedule that makes invoices of this content by the calendar. A draft that is there already is repeated by ScheduleInvoice.</summary>
[Requires("invoice.draft")]
public sealed record CreateSchedule(DraftContent Content, ScheduleSetup Setup) : ICommand<ScheduleId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<CreateSchedule, ScheduleId>
    {
        public async Task<ScheduleId> Handle(CreateSchedule command, CancellationToken ct) =>
            db.Begin(await dispatcher.Known(command.Content, null, ct), command.Setup, who.Caller, await dispatcher.Today(time, ct), time);
    }
}
