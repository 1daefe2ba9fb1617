using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// Words in the log, a bounded piece of work at a time. By the index of words where that answers; otherwise twenty thousand of
/// the entries that pass the other filters are read, and the answer says how far back that reached.
/// </summary>
sealed class WordSearch(IAuditChain chain, TimeProvider time)
{
    const int Stretch = 20_000;

    public async Task<(List<ChainEntry> Rows, PageKey? Reach)> Find(InvoiceSyncDb db, EntryFilter filter, PageKey? after, int most, CancellationToken ct)
    {
        var before = after ?? new PageKey(filter.Before ?? time.GetUtcNow().AddDays(1), Guid.Empty);
        if (filter.IsWordsAlone && await chain.FindWords(db, filter.Words!, filter.From ?? DateTimeOffset.UnixEpoch, before, most, ct) is { } found)
            return (await Load(db, found.Entries, ct), found.Reach);

        var stretch = db.Dialect.After(filter.Narrow(db.AuditEntries.AsNoTracking()), before, e => e.CreatedAt, e => e.Id).OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id);
        var rows = await filter.Speaking(stretch.Take(Stretch)).OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id).Take(most).ToListAsync(ct);
        var reach = await stretch.Skip(Stretch - 1).Select(e => new { e.CreatedAt, e.Id }).FirstOrDefaultAsync(ct);
        return (rows, reach is null ? null : new(reach.CreatedAt, reach.Id.Value));
    }

    // Through the tenant's wall again, whatever the index said.
    static async Task<List<ChainEntry>> Load(InvoiceSyncDb db, IReadOnlyList<PageKey> places, CancellationToken ct)
    {
        var (moments, ids) = (places.Select(p => p.At).Distinct().ToList(), places.Select(p => new AuditEntryId(p.Id)).ToList());
        return places.Count == 0 ? [] : await db.AuditEntries.AsNoTracking().Where(e => moments.Contains(e.CreatedAt) && ids.Contains(e.Id))
            .OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id).ToListAsync(ct);
    }
}
