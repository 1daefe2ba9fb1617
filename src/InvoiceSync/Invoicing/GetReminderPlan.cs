using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>When the company reminds its customers, and whether it acknowledges payments. Off until it was saved.</summary>
[Requires("invoice.read")]
public sealed record GetReminderPlan : IQuery<GetReminderPlan.View>
{
    /// <summary>Days are counted from the last day to pay; steps of days before Since are not made up for.</summary>
    public sealed record View(bool IsOn, IReadOnlyList<int> Days, bool SendsReceipts, DateOnly Since);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetReminderPlan, View>
    {
        public async Task<View> Handle(GetReminderPlan query, CancellationToken ct) =>
            await db.ReminderPlans.AsNoTracking().SingleOrDefaultAsync(ct) is { } plan ? new(plan.IsOn, plan.Days, plan.SendsReceipts, plan.Since) : new(false, ReminderPlan.Usual, false, default);
    }
}
