using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Audit;

/// <summary>Who did what in this tenant, newest first.</summary>
[Requires("audit.read")]
public sealed record ListActivity(PageKey? After = null, int Take = 50) : IQuery<Page<ListActivity.Row>>
{
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
        IReadOnlyList<Act.Change> Changes);

    internal sealed class Handler(InvoiceSyncDb db, EntryReader reader) : IHandle<ListActivity, Page<Row>>
    {
        public async Task<Page<Row>> Handle(ListActivity query, CancellationToken ct)
        {
            var take = Math.Clamp(query.Take, 1, 200);
            var entries = db.AuditEntries.AsNoTracking();
            if (query.After is { } after) entries = db.Dialect.After(entries, after, e => e.CreatedAt, e => e.Id);
            var rows = await entries.OrderByDescending(e => e.CreatedAt).ThenByDescending(e => e.Id).Take(take + 1).ToListAsync(ct);
            var page = rows.Take(take).ToList();
            var open = await reader.Open(db.Scope.Tenant!.Value, page, ct);
            return new([.. page.Select(e => Row(e, open))], rows.Count > take ? new(page[^1].CreatedAt, page[^1].Id.Value) : null);
        }

        static Row Row(ChainEntry e, OpenedFields open) => new(
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
            open.Changes(e));
    }
}
