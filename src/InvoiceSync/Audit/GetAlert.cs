using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>One alert.</summary>
[Requires("audit.read")]
public sealed record GetAlert(AlertId Alert) : IQuery<ListAlerts.Row>
{
    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetAlert, ListAlerts.Row>
    {
        public async Task<ListAlerts.Row> Handle(GetAlert query, CancellationToken ct)
        {
            var alert = Rule.Found(await db.Alerts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == query.Alert, ct), AlertErrors.NotFound);
            return new(alert.Id, alert.Kind, alert.About, alert.At, alert.Count, alert.Filter);
        }
    }
}
