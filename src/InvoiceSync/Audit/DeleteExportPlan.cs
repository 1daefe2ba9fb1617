using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Ends a scheduled export. What it made stays for its thirty days.</summary>
[Requires("audit.read")]
public sealed record DeleteExportPlan(ExportPlanId Plan) : ICommand<Done>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<DeleteExportPlan, Done>
    {
        public async Task<Done> Handle(DeleteExportPlan command, CancellationToken ct)
        {
            db.Remove(Rule.Found(await db.ExportPlans.SingleOrDefaultAsync(p => p.Id == command.Plan, ct), ExportErrors.PlanNotFound));
            return default;
        }
    }
}
