using System.Globalization;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Leaves the entry of each month that has lately left the database, once. Where months go for all companies together, each is told in its own log.</summary>
[Requires("audit.seal")]
public sealed record TellDroppedMonths : ICommand<Done>
{
    static readonly TimeSpan Lately = TimeSpan.FromDays(60);

    internal sealed class Handler(InvoiceSyncDb db, TimeProvider time) : IHandle<TellDroppedMonths, Done>
    {
        public async Task<Done> Handle(TellDroppedMonths command, CancellationToken ct)
        {
            var since = time.GetUtcNow() - Lately;
            var dropped = await db.ArchivedMonths.AsNoTracking().Where(m => m.DroppedAt > since).OrderBy(m => m.Month).ToListAsync(ct);
            foreach (var month in dropped)
            {
                var name = month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                if (await db.AuditEntries.AnyAsync(e => e.EventType == "audit.month_dropped" && e.ResourceId == name, ct)) continue;
                var entries = (month.Size - month.FirstSeq + 1).ToString(CultureInfo.InvariantCulture);
                db.Note(new("audit.month_dropped", "audit_log", name) { Details = new Dictionary<string, string> { ["entries"] = entries } });
            }

            return default;
        }
    }
}
