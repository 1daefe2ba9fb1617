using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The scheduled exports of the company, and what they made or failed to make in the last thirty days, newest first.</summary>
[Requires("audit.read")]
public sealed record ListExports : IQuery<ListExports.View>
{
    const int MostShown = 200;

    public sealed record View(IReadOnlyList<Plan> Plans, IReadOnlyList<Run> Runs);

    public sealed record Plan(ExportPlanId Id, string Name, ExportRhythm Rhythm, ExportForm Form, ActivityFilter Filter, IReadOnlyList<string> Readers, string Language);

    /// <summary>Problem is the code of the error why it was not made; null when it was. It can be taken until KeptUntil.</summary>
    public sealed record Run(ExportRunId Id, ExportPlanId Plan, string Name, ExportForm Form, ExportPeriod Period, int Entries, string? Problem, DateTimeOffset MadeAt, DateTimeOffset KeptUntil);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<ListExports, View>
    {
        public async Task<View> Handle(ListExports query, CancellationToken ct)
        {
            var since = time.GetUtcNow() - ExportRun.Kept;
            var plans = await db.ExportPlans.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(ct);
            var runs = await db.ExportRuns.AsNoTracking().Where(r => r.MadeAt > since).OrderByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).Take(MostShown).ToListAsync(ct);
            return new(
                [.. plans.Select(p => new Plan(p.Id, p.Name, p.Rhythm, p.Form, p.Filter, p.Readers, p.Language))],
                [.. runs.Select(r => new Run(r.Id, r.Plan, r.Name, r.Form, new(r.From, r.To), r.Entries, r.Problem, r.MadeAt, r.MadeAt + ExportRun.Kept))]);
        }
    }
}
