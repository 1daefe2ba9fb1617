using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit.Model;

/// <summary>Looks for entries in months that have left the database: one file for each question, read from end to end.</summary>
sealed class ArchiveSearch(ILogArchive archive)
{
    static readonly Comparer<(DateTimeOffset At, Guid Id)> OldestFirst = Comparer<(DateTimeOffset At, Guid Id)>.Default;

    /// <summary>Where the archive begins, going back: nothing at or after this instant lies in it; null when it is empty, or nothing of it can be meant.</summary>
    public static async Task<PageKey?> Edge(InvoiceSyncDb db, EntryFilter filter, CancellationToken ct) =>
        await Months(db, filter, null).FirstOrDefaultAsync(ct) is { } newest ? new(Start(newest.Month.AddMonths(1)), Guid.Empty) : null;

    /// <summary>The newest entries before this place out of the newest month that has any, and where to go on; null at the end.</summary>
    public async Task<(List<ChainEntry> Rows, PageKey? Next)> Find(InvoiceSyncDb db, EntryFilter filter, PageKey? after, int take, CancellationToken ct)
    {
        var months = await Months(db, filter, after).Take(2).ToListAsync(ct);
        if (months.Count == 0) return ([], null);

        var newest = new PriorityQueue<ChainEntry, (DateTimeOffset At, Guid Id)>(OldestFirst);
        await using var file = await new EvidenceReader(archive.Read(months[0])).Begin(ct);
        await foreach (var part in file.Parts(ct))
        {
            if (part.Entry is not { } entry || !filter.Holds(entry) || after is not null && OldestFirst.Compare(Place(entry), (after.At, after.Id)) >= 0) continue;
            newest.Enqueue(entry, Place(entry));
            if (newest.Count > take + 1) newest.Dequeue();
        }

        var rows = new List<ChainEntry>();
        while (newest.TryDequeue(out var entry, out _)) rows.Insert(0, entry);
        if (rows.Count > take) return (rows[..take], new(rows[take - 1].CreatedAt, rows[take - 1].Id.Value));
        return (rows, months.Count > 1 ? new(Start(months[1].Month.AddMonths(1)), Guid.Empty) : null);
    }

    static IQueryable<ArchivedMonth> Months(InvoiceSyncDb db, EntryFilter filter, PageKey? after)
    {
        var months = db.ArchivedMonths.AsNoTracking().Where(m => m.DroppedAt != null && m.FileDeletedAt == null);
        if (Latest(after, filter.Before) is { } latest) months = months.Where(m => m.Month <= latest);
        if (filter.From is { } from) months = months.Where(m => m.Month > Day(from).AddMonths(-1));
        return months.OrderByDescending(m => m.Month);
    }

    // The day of the last instant that can be meant: a month's first instant itself belongs to what was seen already.
    static DateOnly? Latest(PageKey? after, DateTimeOffset? before)
    {
        var seen = after is null ? DateTimeOffset.MaxValue : after.Id == Guid.Empty ? after.At.AddTicks(-1) : after.At;
        var asked = before?.AddTicks(-1) ?? DateTimeOffset.MaxValue;
        return after is null && before is null ? null : Day(seen < asked ? seen : asked);
    }

    static (DateTimeOffset At, Guid Id) Place(ChainEntry entry) => (entry.CreatedAt, entry.Id.Value);

    static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    static DateTimeOffset Start(DateOnly month) => new(month.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
