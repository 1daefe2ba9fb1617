using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Says on which days, counted from the last day to pay, customers are reminded of what is open, and whether a payment is acknowledged. It takes effect from today on.</summary>
[Requires("settings.manage")]
public sealed record SaveReminderPlan(bool IsOn, IReadOnlyList<int> Days, bool SendsReceipts) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SaveReminderPlan, Done>
    {
        public async Task<Done> Handle(SaveReminderPlan command, CancellationToken ct)
        {
            var plan = await db.ReminderPlans.SingleOrDefaultAsync(ct);
            if (plan is null) db.Add(plan = new());
            plan.Write(command.IsOn, command.Days, command.SendsReceipts, await dispatcher.Today(time, ct));
            return default;
        }
    }
}
