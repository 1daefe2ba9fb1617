using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// The newest entries from one address, which has another mark under each person's key. Asked for with all marks at once the
/// database reads and sorts everything they have (four seconds of ten million entries); so each gives its newest few.
/// </summary>
static class AddressSearch
{
    const int AtOnce = 50;

    public static async Task<List<ChainEntry>> Newest(IQueryable<ChainEntry> entries, IReadOnlyList<byte[]> marks, int most, CancellationToken ct)
    {
        List<(DateTimeOffset At, AuditEntryId Id)> places = [];
        foreach (var some in marks.Chunk(AtOnce))
        {
            var strands = some.Select(mark => NewestFirst(entries.Where(e => e.AddressMark == mark)).Take(most).Select(e => new { e.CreatedAt, e.Id }));
            places.AddRange((await strands.Aggregate((a, b) => a.Concat(b)).ToListAsync(ct)).Select(e => (e.CreatedAt, e.Id)));
        }

        if (places.Count > most)
        {
            var last = places.Select(p => p.At).OrderDescending().ElementAt(most - 1);
            places.RemoveAll(p => p.At < last);
        }

        var (moments, ids) = (places.Select(p => p.At).Distinct().ToList(), places.Select(p => p.Id).ToList());
        return ids.Count == 0 ? [] : await NewestFirst(entries.Where(e => moments.Contains(e.CreatedAt) && ids.Contains(e.Id))).Take(most).ToListAsync(ct);
    }

    public static IOrderedQueryable<ChainEntry> NewestFirst(IQueryable<ChainEntry> entries) => entries.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id);
}
