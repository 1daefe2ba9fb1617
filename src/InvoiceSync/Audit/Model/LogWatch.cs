using System.Globalization;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// Looks for cause of alarm in what was added to the log. What is counted within minutes is counted from so long before the
/// first new entry, so that nothing is missed between two looks, however long the pause.
/// </summary>
sealed class LogWatch(InvoiceSyncDb db, EntryReader reader, AlertRules rules, IReadOnlyList<ChainEntry> added)
{
    // A burst of more gives cause with fewer.
    const int MostCounted = 20_000;

    static readonly string[] Endings = [".deleted", ".voided", ".removed", ".erased"];

    /// <summary>What gives cause, by whom, at the entry that completed it, and the filter that shows the entries.</summary>
    public sealed record Cause(AlertKind Kind, string About, DateTimeOffset At, int Count, string Filter);

    public async Task<IReadOnlyList<Cause>> Causes(CancellationToken ct) =>
        [.. await Deletions(ct), .. await Refusals(ct), .. rules.TellNetworks ? await Networks(ct) : [], .. rules.TellExports ? Exports() : []];

    DateTimeOffset Since => added[0].CreatedAt - rules.Window;

    DateTimeOffset Until => added[^1].CreatedAt;

    async Task<List<Cause>> Deletions(CancellationToken ct)
    {
        var causes = new List<Cause>();
        foreach (var actor in added.Where(IsDeletion).Select(e => e.ActorId).Distinct())
        {
            var times = await Between().Where(e => e.ActorId == actor && (e.EventType.EndsWith(".deleted") || e.EventType.EndsWith(".voided") || e.EventType.EndsWith(".removed") || e.EventType.EndsWith(".erased")))
                .OrderBy(e => e.CreatedAt).Select(e => e.CreatedAt).Take(MostCounted).ToListAsync(ct);
            causes.AddRange(Crowds(times, rules.Deletions).Select(c => new Cause(AlertKind.MassDelete, actor, c.At, c.Count, $"who={Uri.EscapeDataString(actor)}&{Days(c.At)}")));
        }

        return causes;
    }

    async Task<List<Cause>> Refusals(CancellationToken ct)
    {
        if (!added.Any(IsRefusal)) return [];
        var rows = await Between().Where(e => e.Status == "refused" || e.Status == "failed").OrderBy(e => e.CreatedAt).Select(e => new { e.CreatedAt, e.Status }).Take(MostCounted).ToListAsync(ct);
        var mostly = rows.Count(r => r.Status == "failed") * 2 >= rows.Count ? "failed" : "refused";
        return [.. Crowds([.. rows.Select(r => r.CreatedAt)], rules.Refusals).Select(c => new Cause(AlertKind.ManyRefused, "", c.At, c.Count, $"status={mostly}&{Days(c.At)}"))];
    }

    // The first sign-in of all has nothing to differ from.
    async Task<List<Cause>> Networks(CancellationToken ct)
    {
        var causes = new List<Cause>();
        foreach (var signedIn in added.Where(e => e.EventType == "user.signed_in" && e.IpAddress.Length > 0))
        {
            var before = await db.AuditEntries.AsNoTracking().Where(e => e.ActorId == signedIn.ActorId && e.EventType == "user.signed_in" && e.Seq < signedIn.Seq)
                .OrderByDescending(e => e.CreatedAt).Take(KnownNetworks.Most).ToListAsync(ct);
            if (before.Count == 0) continue;
            var open = await reader.Open(signedIn.TenantId, [signedIn, .. before], ct);
            if (KnownNetworks.IsNew(open.Text(signedIn, "ip_address", signedIn.IpAddress), before.Select(e => open.Text(e, "ip_address", e.IpAddress))))
                causes.Add(new(AlertKind.NewNetwork, signedIn.ActorId, signedIn.CreatedAt, 1, $"who={Uri.EscapeDataString(signedIn.ActorId)}&event=user.signed_in"));
        }

        return causes;
    }

    IEnumerable<Cause> Exports() => added.Where(e => e.EventType == "audit.exported")
        .Select(e => new Cause(AlertKind.LogExported, e.ActorId, e.CreatedAt, 1, $"who={Uri.EscapeDataString(e.ActorId)}&event=audit.exported&{Days(e.CreatedAt)}"));

    IQueryable<ChainEntry> Between()
    {
        var (since, until) = (Since, Until);
        return db.AuditEntries.AsNoTracking().Where(e => e.CreatedAt > since && e.CreatedAt <= until);
    }

    // The first time in each hour at which so many stand within the window.
    IEnumerable<(DateTimeOffset At, int Count)> Crowds(List<DateTimeOffset> times, int threshold)
    {
        var (first, told) = (0, -1L);
        for (var last = 0; last < times.Count; last++)
        {
            while (times[last] - times[first] >= rules.Window) first++;
            var hour = times[last].UtcTicks / TimeSpan.TicksPerHour;
            if (last - first + 1 < threshold || times[last] < added[0].CreatedAt || hour == told) continue;
            told = hour;
            yield return (times[last], last - first + 1);
        }
    }

    // The page filters by days of UTC.
    string Days(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"from={(at - rules.Window).UtcDateTime:yyyy-MM-dd}&to={at.UtcDateTime:yyyy-MM-dd}");

    // Our own work clears up by the hundred.
    static bool IsDeletion(ChainEntry e) => e.ActorType != Actors.System && Endings.Any(ending => e.EventType.EndsWith(ending, StringComparison.Ordinal));

    static bool IsRefusal(ChainEntry e) => e.Status is "refused" or "failed";
}
