using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>By which schedule an invoice was made, and whether that mails what is issued; null when by none.</summary>
[Requires("schedule.run")]
sealed record FindScheduled(InvoiceId Invoice) : IQuery<FindScheduled.Found?>
{
    internal sealed record Found(ScheduleId Schedule, bool SendsMail, bool HasProblem);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<FindScheduled, Found?>
    {
        public async Task<Found?> Handle(FindScheduled query, CancellationToken ct) => await (
            from made in db.ScheduledInvoices.AsNoTracking()
            join schedule in db.Schedules.AsNoTracking() on made.Schedule equals schedule.Id
            where made.Invoice == query.Invoice
            select new Found(schedule.Id, schedule.SendsMail, made.Problem != null)).SingleOrDefaultAsync(ct);
    }
}
