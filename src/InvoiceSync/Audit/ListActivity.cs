using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Who did what in this tenant, newest first.</summary>
[Requires("audit.read")]
public sealed record ListActivity(PageKey? After = null, int Take = 50) : IQuery<Page<ListActivity.Row>>
{
    /// <summary>Action is the command in kebab case, like sync.correct-sale; Subject the id it touched; Changes are "field: old → new".</summary>
    public sealed record Row(AuditEntryId Id, DateTimeOffset At, string Actor, string Action, string? Subject, IReadOnlyList<string> Changes);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListActivity, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListActivity query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var entries = db.AuditEntries.AsNoTracking();
            if (query.After is { } after) entries = db.Dialect.After(entries, after, e => e.At, e => e.Id);
            var rows = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(take + 1)
                .Select(e => new Row(e.Id, e.At, e.Actor, e.Action, e.Subject, e.Changes)).ToListAsync(ct);
            var page = rows.Take(take).ToList();
            return new(page, rows.Count > take ? new(page[^1].At, page[^1].Id.Value) : null);
        }
    }
}
