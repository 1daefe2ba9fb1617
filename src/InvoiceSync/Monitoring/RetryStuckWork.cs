using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Monitoring;

/// <summary>Gives stuck work a new life: it runs at once, with all its attempts before it.</summary>
[Requires("fiscal.file")]
public sealed record RetryStuckWork(Guid Work) : ICommand<Done>
{
    internal static readonly Error NotStuck = Error.NotFound("work.not_stuck", "There is no such stuck work. Perhaps somebody has tried it again already.");

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<RetryStuckWork, Done>
    {
        public async Task<Done> Handle(RetryStuckWork command, CancellationToken ct)
        {
            var work = Rule.Found(await db.Set<WorkItem>().AsNoTracking().SingleOrDefaultAsync(w => w.Id == command.Work && w.State == WorkState.Dead, ct), NotStuck);
            db.Pending.Items.Add(new(work.TenantId, work.Name, work.Key, work.Body, time.GetUtcNow()));
            return default;
        }
    }
}
