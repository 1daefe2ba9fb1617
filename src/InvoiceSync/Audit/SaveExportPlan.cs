using System.Globalization;
using InvoiceSync.Access;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Has the log exported by itself for each day, week or month of the company's calendar, the present one first, and says who is told.</summary>
[Requires("audit.read")]
public sealed record SaveExportPlan(
    ExportPlanId? Plan, string Name, ExportRhythm Rhythm, ExportForm Form, ActivityFilter? Filter = null, IReadOnlyList<string>? Readers = null) : ICommand<ExportPlanId>
{
    const int Most = 20;

    internal sealed class Handler(InvoiceSyncDb db, IDispatcher dispatcher, TimeProvider time) : IHandle<SaveExportPlan, ExportPlanId>
    {
        public async Task<ExportPlanId> Handle(SaveExportPlan command, CancellationToken ct)
        {
            var plan = command.Plan is { } id ? Rule.Found(await db.ExportPlans.SingleOrDefaultAsync(p => p.Id == id, ct), ExportErrors.PlanNotFound) : await New(ct);
            var may = (await dispatcher.Ask(new ListLogReaders(), ct)).OrThrow().Select(r => r.Id.ToString()).ToHashSet();
            var readers = command.Readers ?? [];
            Rule.Require(readers.All(may.Contains), ExportErrors.ReaderUnknown);
            plan.Describe(command.Name, command.Rhythm, command.Form, command.Filter ?? new(), readers, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
            return plan.Id;
        }

        async Task<ExportPlan> New(CancellationToken ct)
        {
            Rule.Require(await db.ExportPlans.CountAsync(ct) < Most, ExportErrors.TooMany);
            var plan = new ExportPlan { Id = time.New<ExportPlanId>(), CreatedAt = time.GetUtcNow() };
            db.Add(plan);
            return plan;
        }
    }
}
