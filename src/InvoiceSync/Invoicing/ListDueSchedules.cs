using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>Which schedules have a day that has come, with the period it is.</summary>
[Requires("schedule.run")]
sealed record ListDueSchedules : IQuery<IReadOnlyList<ListDueSchedules.Due>>
{
    internal sealed record Due(ScheduleId Schedule, int Period);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ListDueSchedules, IReadOnlyList<Due>>
    {
        const int AtOnce = 200;

        public async Task<IReadOnlyList<Due>> Handle(ListDueSchedules query, CancellationToken ct)
        {
            var today = await dispatcher.Today(time, ct);
            return await db.Schedules.AsNoTracking().Where(s => s.NextOn <= today && !s.IsPaused).OrderBy(s => s.NextOn).ThenBy(s => s.Id).Take(AtOnce)
                .Select(s => new Due(s.Id, s.Next)).ToListAsync(ct);
        }
    }
}
