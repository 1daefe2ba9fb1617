using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// Who did what in this tenant, newest first: by actor, resource, event, status, address, days (UTC) and words. A page may be
/// short and still have a Next: so far back was looked. That somebody reads the log is itself an entry, once in five minutes.
/// </summary>
[Requires("audit.read")]
public sealed record ListActivity(
    string? Who = null,
    string? Resource = null,
    string? Event = null,
    string? Status = null,
    string? Address = null,
    string? Words = null,
    DateOnly? From = null,
    DateOnly? To = null,
    PageKey? After = null,
    int Take = 50) : IQuery<Page<ListActivity.Row>>
{
    static readonly TimeSpan Quiet = TimeSpan.FromMinutes(5);

    /// <summary>Event is noun.past, Action the command in kebab case. Name and Address are null when there is none, and IsErased when the person was erased.</summary>
    public sealed record Row(
        AuditEntryId Id,
        long Seq,
        DateTimeOffset At,
        string Event,
        string Actor,
        string? Name,
        string? Address,
        bool IsErased,
        string Action,
        string Status,
        string ResourceType,
        string Resource,
        string RequestId,
        IReadOnlyDictionary<string, string> Facts,
        IReadOnlyList<Act.Change> Changes);

    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader, WordSearch words, ArchiveSearch archive, CallerHolder who, TimeProvider time) : IHandle<ListActivity, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListActivity query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var marks = query.Address is { } address ? await reader.Marks(db, address.Trim(), ct) : null;
            var (rows, next) = await Find(new(query, marks), query.After, take, ct);
            var open = await reader.Open(db.Scope.Tenant!.Value, rows, ct);
            await Note(ct);
            return new([.. rows.Select(e => Row(e, open))], next);
        }

        // One request reads the database or one file of the archive, never both.
        async Task<(IReadOnlyList<ChainEntry> Rows, PageKey? Next)> Find(EntryFilter filter, PageKey? after, int take, CancellationToken ct)
        {
            var (rows, reach) = filter.Words is null ? (await Newest(filter, after, take + 1, ct), null) : await words.Find(db, filter, after, take + 1, ct);
            if (rows.Count > take) return (rows[..take], new(rows[take - 1].CreatedAt, rows[take - 1].Id.Value));
            if (reach is not null) return (rows, reach);
            if (await ArchiveSearch.Edge(db, filter, ct) is not { } edge) return (rows, null);
            return rows.Count > 0 ? (rows, edge) : await archive.Find(db, filter, after, take, ct);
        }

        async Task<List<ChainEntry>> Newest(EntryFilter filter, PageKey? after, int most, CancellationToken ct)
        {
            var entries = filter.NarrowButAddress(db.AuditEntries.AsNoTracking());
            if (after is not null) entries = db.Dialect.After(entries, after, e => e.CreatedAt, e => e.Id);
            return filter.Marks is { } marks
                ? await AddressSearch.Newest(entries, marks, most, ct)
                : await AddressSearch.NewestFirst(entries).Take(most).ToListAsync(ct);
        }

        async Task Note(CancellationToken ct)
        {
            var (me, lately) = (who.Caller.Actor, time.GetUtcNow() - Quiet);
            if (!await db.AuditEntries.AnyAsync(e => e.ActorId == me && e.CreatedAt > lately && e.EventType == "audit.read", ct)) db.Note(new("audit.read", "audit_log"));
        }

        public static Row Row(ChainEntry e, OpenedFields open) => new(
            e.Id,
            e.Seq,
            e.CreatedAt,
            e.EventType,
            e.ActorId,
            open.Text(e, "actor_name", e.ActorName),
            open.Text(e, "ip_address", e.IpAddress),
            open.IsErased(e),
            e.Action,
            e.Status,
            e.ResourceType,
            e.ResourceId,
            e.RequestId,
            open.Facts(e),
            open.Changes(e));
    }
}
