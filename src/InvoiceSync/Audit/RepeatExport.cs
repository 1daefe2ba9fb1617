using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Makes an export that failed again, as the scheduled export stands now.</summary>
[Requires("audit.read")]
public sealed record RepeatExport(ExportRunId Run) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db, ExportEntries entries) : IHandle<RepeatExport, Done>
    {
        public async Task<Done> Handle(RepeatExport command, CancellationToken ct)
        {
            var run = Rule.Found(await db.ExportRuns.SingleOrDefaultAsync(r => r.Id == command.Run, ct), ExportErrors.RunNotFound);
            Rule.Require(run.Problem is not null, ExportErrors.MadeAlready);
            var plan = Rule.Found(await db.ExportPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == run.Plan, ct), ExportErrors.PlanNotFound);
            await entries.Fix(run, plan, ct);
            return default;
        }
    }
}
