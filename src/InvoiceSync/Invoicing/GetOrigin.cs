using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Where a draft or an invoice comes from, as far as the caller may see that: the schedule or the estimate it was made of.</summary>
[Requires("invoice.read")]
public sealed record GetOrigin(InvoiceId Invoice) : IQuery<GetOrigin.View>
{
    public sealed record View(ScheduleId? Schedule, string? ScheduleName, EstimateId? Estimate, string? EstimateNumber);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetOrigin, View>
    {
        public async Task<View> Handle(GetOrigin query, CancellationToken ct)
        {
            var (id, caller) = (query.Invoice, who.Caller);
            Rule.Require(await db.DraftsSeenBy(caller).AnyAsync(d => d.Id == id, ct) || await db.InvoicesSeenBy(caller).AnyAsync(i => i.Id == id, ct), InvoiceErrors.NotFound);
            var made = await db.ScheduledInvoices.AsNoTracking().SingleOrDefaultAsync(i => i.Invoice == id, ct);
            var schedule = made is null ? null : await db.SchedulesSeenBy(caller).AsNoTracking().SingleOrDefaultAsync(s => s.Id == made.Schedule, ct);
            var estimate = await db.EstimatesSeenBy(caller).AsNoTracking().SingleOrDefaultAsync(e => e.Invoice == id, ct);
            return new(schedule?.Id, schedule?.Name, estimate?.Id, estimate?.Number);
        }
    }
}
