using InvoiceSync.Invoicing.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Invoicing;

/// <summary>A plan of the caller's own with each row: what is foreseen, or what came of it. Without an id the latest that was started; null when there is none.</summary>
[Requires("invoice.read")]
public sealed record GetBulk(BulkRunId? Run = null) : IQuery<GetBulk.View?>
{
    public sealed record View(BulkRunId Id, string Act, string? To, DateTimeOffset PlannedAt, DateTimeOffset? StartedAt, IReadOnlyList<Row> Rows)
    {
        public bool IsFinished => StartedAt is not null && Count(BulkRowState.Will) == 0;

        public int Count(BulkRowState state) => Rows.Count(r => r.State == state);
    }

    public sealed record Row(InvoiceId Invoice, string Label, BulkRowState State, string? Why, string? WhyText);

    internal sealed class Handler(InvoiceSyncDb db, CallerHolder who) : IHandle<GetBulk, View?>
    {
        public async Task<View?> Handle(GetBulk query, CancellationToken ct)
        {
            var caller = who.Caller;
            var runs = db.BulkRuns.AsNoTracking().Where(r => r.Owner == caller.Actor || caller.IsSystem);
            runs = query.Run is { } id ? runs.Where(r => r.Id == id) : runs.Where(r => r.StartedAt != null);
            var run = await runs.OrderByDescending(r => r.PlannedAt).FirstOrDefaultAsync(ct);
            if (run is null && query.Run is null) return null;
            var found = Rule.Found(run, BulkErrors.NotFound);
            var rows = await db.BulkRows.AsNoTracking().Where(r => r.Run == found.Id).OrderBy(r => r.At).Select(r => new Row(r.Invoice, r.Label, r.State, r.Why, r.WhyText)).ToListAsync(ct);
            return new(found.Id, found.Act, found.To, found.PlannedAt, found.StartedAt, rows);
        }
    }
}
