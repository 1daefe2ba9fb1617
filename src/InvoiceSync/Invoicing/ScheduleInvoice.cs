using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Invoicing;

/// <summary>Repeats a draft or an issued invoice by the calendar: its buyer, lines and terms are kept, the dates left open.</summary>
[Requires("invoice.draft")]
public sealed record ScheduleInvoice(InvoiceId Invoice, ScheduleSetup Setup) : ICommand<ScheduleId>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, CallerHolder who, TimeProvider time) : IHandle<ScheduleInvoice, ScheduleId>
    {
        public async Task<ScheduleId> Handle(ScheduleInvoice command, CancellationToken ct) =>
            db.Begin(await db.ContentOf(command.Invoice, who.Caller, ct), command.Setup, who.Caller, await dispatcher.Today(time, ct), time);
    }
}
