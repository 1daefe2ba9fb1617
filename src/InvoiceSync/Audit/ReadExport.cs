using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The entries of an export of the last thirty days, newest first, page by page.</summary>
[Requires("audit.read")]
public sealed record ReadExport(ExportRunId Run, PageKey? After = null) : IQuery<Page<ListActivity.Row>>
{
    const int AtOnce = 500;

    internal sealed class Handler(InvoiceSyncDb db, ExportEntries entries, EntryReader reader, TimeProvider time) : IHandle<ReadExport, Page<ListActivity.Row>>
    {
        public async Task<Page<ListActivity.Row>> Handle(ReadExport query, CancellationToken ct)
        {
            var since = time.GetUtcNow() - ExportRun.Kept;
            var run = Rule.Found(await db.ExportRuns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == query.Run && r.MadeAt > since && r.Problem == null, ct), ExportErrors.RunNotFound);
            var wanted = await entries.Of(run, ct);
            if (query.After is { } after) wanted = db.Dialect.After(wanted, after, e => e.CreatedAt, e => e.Id);
            var rows = await wanted.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id).Take(AtOnce + 1).ToListAsync(ct);
            var page = rows.Take(AtOnce).ToList();
            var open = await reader.Open(run.TenantId, page, ct);
            return new([.. page.Select(e => ListActivity.Handler.Row(e, open))], rows.Count > AtOnce ? new(page[^1].CreatedAt, page[^1].Id.Value) : null);
        }
    }
}
