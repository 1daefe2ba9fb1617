using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>Which entries of the log are in an export: those of its days and filter, up to the newest there was when it was made.</summary>
sealed class ExportEntries(InvoiceSyncDb db, EntryReader reader, TimeProvider time)
{
    /// <summary>Takes over what the plan says now, counts, and either has the readers told or keeps why not.</summary>
    public async Task Fix(ExportRun run, ExportPlan plan, CancellationToken ct)
    {
        (run.Name, run.Form, run.Filter, run.MadeAt) = (plan.Name, plan.Form, plan.Filter, time.GetUtcNow());
        run.UpTo = await db.ChainHeads.Select(h => h.Seq).SingleOrDefaultAsync(ct);
        var most = ExportLimit.Of(run.Form);
        var count = await (await Of(run, ct)).Take(most + 1).CountAsync(ct);
        (run.Entries, run.Problem) = (count, count > most ? AuditErrors.ExportTooLong.Code : null);
        var facts = new Dictionary<string, string> { ["plan"] = run.Plan.ToString(), ["period"] = $"{run.From:yyyy-MM-dd} – {run.To:yyyy-MM-dd}" };
        db.Note(new("export.made", "export_run", run.Id.ToString()) { Status = run.Problem is null ? ActStatus.Ok : ActStatus.Failed, Details = facts });
        if (run.Problem is null && plan.Readers.Count > 0) db.Pending.Add(db.Scope.Tenant!.Value, new TellOfExport(run.Id), run.Id.ToString(), time.GetUtcNow());
    }

    public async Task<IQueryable<ChainEntry>> Of(ExportRun run, CancellationToken ct)
    {
        var query = run.Filter.Query;
        var marks = query.Address is { } address ? await reader.Marks(db, address.Trim(), ct) : null;
        return new EntryFilter(query, marks).All(db.AuditEntries.AsNoTracking())
            .Where(e => e.CreatedAt >= run.Since && e.CreatedAt < run.Before && e.Seq <= run.UpTo);
    }
}
