using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>What an export of the last thirty days is of, for who takes it. That it was taken is an entry.</summary>
[Requires("audit.read")]
public sealed record OpenExport(ExportRunId Run) : IQuery<OpenExport.View>
{
    public sealed record View(ExportRunId Id, string Name, ExportForm Form, ExportPeriod Period, ActivityFilter Filter, int Entries, DateTimeOffset MadeAt);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<OpenExport, View>
    {
        public async Task<View> Handle(OpenExport query, CancellationToken ct)
        {
            var since = time.GetUtcNow() - ExportRun.Kept;
            var run = Rule.Found(await db.ExportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Run && r.MadeAt > since, ct), ExportErrors.RunNotFound);
            Rule.Require(run.Problem is null, ExportErrors.RunFailed);
            db.Note(new("audit.exported", "export_run", run.Id.ToString()) { Details = new Dictionary<string, string> { ["form"] = $"{run.Form}".ToLowerInvariant() } });
            return new(run.Id, run.Name, run.Form, new(run.From, run.To), run.Filter, run.Entries, run.MadeAt);
        }
    }
}
