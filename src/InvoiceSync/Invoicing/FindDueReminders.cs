using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>
/// Open invoices that a step of the plan is due for: its day has come, the next step's has not, and it is neither older than the plan nor more
/// than a week late. Those longest due come first; what does not fit has its turn an hour later.
/// </summary>
[Requires("invoice.send")]
sealed record FindDueReminders(DateOnly Today, int Step, int? Next, DateOnly Since) : IQuery<IReadOnlyList<InvoiceId>>
{
    const int AtOnce = 1000;
    const int LatestDays = 7;

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindDueReminders, IReadOnlyList<InvoiceId>>
    {
        public async Task<IReadOnlyList<InvoiceId>> Handle(FindDueReminders query, CancellationToken ct)
        {
            var last = query.Today.AddDays(-query.Step);
            var first = last.AddDays(-LatestDays);
            if (query.Next is { } next && query.Today.AddDays(1 - next) is var open && open > first) first = open;
            if (query.Since.AddDays(-query.Step) is var begun && begun > first) first = begun;
            if (first > last) return [];
            var (step, reminders) = ((int?)query.Step, db.Reminders);
            return await db.Invoices.AsNoTracking()
                .Where(i => i.Open > 0 && i.DueOn >= first && i.DueOn <= last && i.Corrects == null && i.RemindersPausedAt == null && !reminders.Any(r => r.Invoice == i.Id && r.Step == step))
                .OrderBy(i => i.DueOn).ThenBy(i => i.Id).Select(i => i.Id).Take(AtOnce).ToListAsync(ct);
        }
    }
}
