using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>The log systems the log is pushed to, how far each is behind, and what they would not take.</summary>
[Requires("audit.read")]
public sealed record ListOutlets : IQuery<IReadOnlyList<ListOutlets.Row>>
{
    const int MostShown = 20;

    /// <summary>
    /// Behind counts the entries that are not there yet, the oldest of them written at WaitingSince. Problem is what the last
    /// attempt met, in the other end's words.
    /// </summary>
    public sealed record Row(
        OutletId Id,
        OutletKind Kind,
        string Name,
        string Address,
        string Index,
        string Source,
        bool IsOn,
        long Behind,
        DateTimeOffset? WaitingSince,
        DateTimeOffset? SentAt,
        string? Problem,
        DateTimeOffset? FailingSince,
        DateTimeOffset? NextTryAt,
        int ParkedInAll,
        IReadOnlyList<Parked> Parked);

    public sealed record Parked(long Seq, AuditEntryId Entry, string Reason, DateTimeOffset At);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<ListOutlets, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(ListOutlets query, CancellationToken ct)
        {
            var end = await db.ChainHeads.Select(h => h.Seq).SingleOrDefaultAsync(ct);
            var outlets = await db.Outlets.AsNoTracking().OrderBy(o => o.CreatedAt).ThenBy(o => o.Id).ToListAsync(ct);
            var rows = new List<Row>();
            foreach (var outlet in outlets) rows.Add(await Row(outlet, end, ct));
            return rows;
        }

        async Task<Row> Row(Outlet o, long end, CancellationToken ct)
        {
            var at = await db.OutletProgress.AsNoTracking().SingleAsync(p => p.Outlet == o.Id, ct);
            var waiting = at.Seq < end ? await db.AuditEntries.Where(e => e.Seq == at.Seq + 1).Select(e => (DateTimeOffset?)e.CreatedAt).SingleOrDefaultAsync(ct) : null;
            var parked = db.ParkedEntries.AsNoTracking().Where(p => p.Outlet == o.Id);
            var shown = await parked.OrderByDescending(p => p.Seq).Take(MostShown).Select(p => new Parked(p.Seq, p.Entry, p.Reason, p.At)).ToListAsync(ct);
            return new(o.Id, o.Kind, o.Name, o.Address, o.Index, o.Source, o.IsOn, end - at.Seq, waiting, at.SentAt, at.Problem, at.FailingSince, at.NotBefore, await parked.CountAsync(ct), shown);
        }
    }
}
