using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Makes a scheduled export for one period, once: fixes which entries are in it, and has its readers told. One that is too long is kept as failed.</summary>
[Requires("audit.export")]
sealed record MakeExport(ExportPlanId Plan, ExportPeriod Period) : ICommand<Done>
{
    // Longer than any reaches back, so that none is made twice.
    static readonly TimeSpan Remembered = TimeSpan.FromDays(120);

    internal sealed class Handler(InvoiceSyncDb db, ExportEntries entries, IDispatcher dispatcher, TimeProvider time) : IHandle<MakeExport, Done>
    {
        public async Task<Done> Handle(MakeExport command, CancellationToken ct)
        {
            var plan = await db.ExportPlans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == command.Plan, ct);
            if (plan is null) return default;
            var company = (await dispatcher.Ask(new GetTenant(), ct)).OrThrow();
            var now = time.GetUtcNow();
            await db.ExportRuns.Where(r => r.MadeAt < now - Remembered).ExecuteDeleteAsync(ct);
            var run = new ExportRun
            {
                Id = time.New<ExportRunId>(),
                Plan = plan.Id,
                Rhythm = plan.Rhythm,
                From = command.Period.From,
                To = command.Period.To,
                Since = company.StartOf(command.Period.From),
                Before = company.StartOf(command.Period.To.AddDays(1)),
                Name = plan.Name,
                Form = plan.Form,
                Filter = plan.Filter,
            };
            await entries.Fix(run, plan, ct);
            db.Add(run);
            return default;
        }
    }
}
