using InvoiceSync.Customers;
using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Which schedules have a day that has come, with the period it is; those that failed before come last.</summary>
[Requires("schedule.run")]
sealed record ListDueSchedules(DateOnly Today) : IQuery<IReadOnlyList<ListDueSchedules.Due>>
{
    internal sealed record Due(ScheduleId Schedule, int Period, CustomerId? Customer);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListDueSchedules, IReadOnlyList<Due>>
    {
        const int AtOnce = 5_000;

        public async Task<IReadOnlyList<Due>> Handle(ListDueSchedules query, CancellationToken ct) =>
            await db.Schedules.AsNoTracking().Where(s => s.NextOn <= query.Today && !s.IsPaused)
                .OrderBy(s => s.Problem != null).ThenBy(s => s.NextOn).ThenBy(s => s.Id).Take(AtOnce)
                .Select(s => new Due(s.Id, s.Next, s.CustomerId)).ToListAsync(ct);
    }
}
