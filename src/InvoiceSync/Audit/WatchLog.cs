using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Reads what was added to the log since it last looked, and raises an alert where it gives cause: one for each cause and hour.</summary>
[Requires("audit.watch")]
public sealed record WatchLog : ICommand<Done>
{
    const int AtOnce = 2000;

    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader, TimeProvider time) : IHandle<WatchLog, Done>
    {
        public async Task<Done> Handle(WatchLog command, CancellationToken ct)
        {
            var reading = await db.LogReadings.SingleOrDefaultAsync(r => r.Reader == LogReading.Watch, ct);
            if (reading is null)
            {
                // The past of a company that was here before alerts were gives no cause any more.
                db.Add(new LogReading { Reader = LogReading.Watch, Seq = await db.ChainHeads.Select(h => h.Seq).SingleOrDefaultAsync(ct) });
                return default;
            }

            var added = await db.AuditEntries.AsNoTracking().Where(e => e.Seq > reading.Seq).OrderBy(e => e.Seq).Take(AtOnce).ToListAsync(ct);
            if (added.Count == 0) return default;
            reading.Seq = added[^1].Seq;
            var rules = await db.AlertRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? new();
            foreach (var cause in await new LogWatch(db, reader, rules, added).Causes(ct)) await Raise(cause, ct);
            if (added.Count == AtOnce) db.Pending.Add(db.Scope.Tenant!.Value, command, "more", time.GetUtcNow());
            return default;
        }

        async Task Raise(LogWatch.Cause cause, CancellationToken ct)
        {
            var at = cause.At.ToUniversalTime();
            var hour = new DateTimeOffset(at.Year, at.Month, at.Day, at.Hour, 0, 0, TimeSpan.Zero);
            if (db.Alerts.Local.Any(Same) || await db.Alerts.AnyAsync(a => a.Kind == cause.Kind && a.About == cause.About && a.Hour == hour, ct)) return;

            var alert = new Alert { Id = time.New<AlertId>(), Kind = cause.Kind, About = cause.About, Hour = hour, At = at, Count = cause.Count, Filter = cause.Filter };
            db.Add(alert);
            db.Note(new("alert.raised", "alert", alert.Id.ToString()) { Details = new Dictionary<string, string> { ["cause"] = $"{cause.Kind}", ["about"] = cause.About, ["count"] = $"{cause.Count}" } });
            db.Pending.Add(db.Scope.Tenant!.Value, new TellOfAlert(alert.Id), alert.Id.ToString(), time.GetUtcNow());

            bool Same(Alert a) => a.Kind == cause.Kind && a.About == cause.About && a.Hour == hour;
        }
    }
}
