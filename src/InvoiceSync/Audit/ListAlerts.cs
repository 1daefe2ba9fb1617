using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>What the log gave cause to look at, newest first.</summary>
[Requires("audit.read")]
public sealed record ListAlerts(PageKey? After = null, int Take = 50) : IQuery<Page<ListAlerts.Row>>
{
    /// <summary>About is who gave cause (usr_…, key_…), empty when it was not one alone. Filter shows the entries on the activity page.</summary>
    public sealed record Row(AlertId Id, AlertKind Kind, string About, DateTimeOffset At, int Count, string Filter);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListAlerts, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListAlerts query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var alerts = db.Alerts.AsNoTracking();
            if (query.After is { } after) alerts = db.Dialect.After(alerts, after, a => a.At, a => a.Id);
            var rows = await alerts.OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(take + 1).ToListAsync(ct);
            var page = rows.Take(take).ToList();
            return new([.. page.Select(a => new Row(a.Id, a.Kind, a.About, a.At, a.Count, a.Filter))], rows.Count > take ? new(page[^1].At, page[^1].Id.Value) : null);
        }
    }
}
