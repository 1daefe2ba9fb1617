using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Tenancy;
using Quartz;

namespace InvoiceSync.Web.Hosting;

/// <summary>The only Quartz job we have. Quartz decides when; the command decides what; the queue runs it.</summary>
sealed class QueueScheduled(IReadOnlyList<ScheduledCommand> timetable, ScopedDispatch dispatch, Enqueuer queue) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var scheduled = timetable.Single(s => s.Name == context.JobDetail.Key.Name);
        if (scheduled.Scope is JobScope.Once)
        {
            await queue.Add(TenantId.Platform, scheduled.Command, scheduled.Name, cancellationToken);
            return;
        }

        var tenants = (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(), cancellationToken))).OrThrow();
        foreach (var tenant in tenants) await queue.Add(tenant.Id, scheduled.Command, scheduled.Name, cancellationToken);
    }
}
