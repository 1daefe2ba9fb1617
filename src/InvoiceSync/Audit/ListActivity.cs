using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>
/// Who did what in this tenant, newest first: by actor, resource, event, status, address, days (UTC), and words in what was
/// told, which are looked for in one month at most. That somebody reads the log is itself an entry, once in five minutes.
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

    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader, CallerHolder who, TimeProvider time) : IHandle<ListActivity, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListActivity query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var marks = query.Address is { } address ? await reader.Marks(db, address.Trim(), ct) : null;
            var entries = EntryFilter.Of(db.AuditEntries.AsNoTracking(), query, marks, time.GetUtcNow());
            if (query.After is { } after) entries = db.Dialect.After(entries, after, e => e.CreatedAt, e => e.Id);
            var rows = await entries.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id).Take(take + 1).ToListAsync(ct);
            var page = rows.Take(take).ToList();
            var open = await reader.Open(db.Scope.Tenant!.Value, page, ct);
            await Note(ct);
            return new([.. page.Select(e => Row(e, open))], rows.Count > take ? new(page[^1].CreatedAt, page[^1].Id.Value) : null);
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
