using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The periods of scheduled exports that are over by the company's calendar and not made yet, at most those of the last 35 days.</summary>
[Requires("audit.export")]
sealed record ListDueExports : IQuery<IReadOnlyList<ListDueExports.Due>>
{
    const int Reach = 35;

    internal sealed record Due(ExportPlanId Plan, ExportPeriod Period);

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<ListDueExports, IReadOnlyList<Due>>
    {
        public async Task<IReadOnlyList<Due>> Handle(ListDueExports query, CancellationToken ct)
        {
            var plans = await db.ExportPlans.AsNoTracking().OrderBy(p => p.Id).ToListAsync(ct);
            if (plans.Count == 0) return [];
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var today = company.DateOf(time.GetUtcNow());
            var made = await db.ExportRuns.Select(r => new { r.Plan, r.Rhythm, r.From }).ToListAsync(ct);
            var due = new List<Due>();
            foreach (var plan in plans)
                for (var period = ExportPeriod.Over(plan.Rhythm, today); IsWithin(period, plan, company, today); period = period.Earlier(plan.Rhythm))
                    if (!made.Any(m => m.Plan == plan.Id && m.Rhythm == plan.Rhythm && m.From == period.From)) due.Add(new(plan.Id, period));
            return [.. due.OrderBy(d => d.Period.From)];
        }

        static bool IsWithin(ExportPeriod period, ExportPlan plan, GetTenant.View company, DateOnly today) =>
            period.To >= company.DateOf(plan.CreatedAt) && period.To >= today.AddDays(-Reach);
    }
}
