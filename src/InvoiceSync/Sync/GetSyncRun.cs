using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Sync.Model;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Sync;

/// <summary>How far a manual sync has come. Without an id, the latest one; null when there was none.</summary>
[Requires("invoice.read")]
public sealed record GetSyncRun(SyncRunId? Run = null) : IQuery<GetSyncRun.View?>
{
    public sealed record View(SyncRunId Id, DateOnly From, DateOnly To, int Found, int Read, bool Finished, string? Problem, DateTimeOffset StartedAt);

    internal sealed class Handler(InvoiceSyncDb db) : IHandle<GetSyncRun, View?>
    {
        public async Task<View?> Handle(GetSyncRun query, CancellationToken ct)
        {
            var runs = db.SyncRuns.AsNoTracking();
            if (query.Run is { } id) runs = runs.Where(r => r.Id == id);
            if (await runs.OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(ct) is not { } run) return null;

            var key = run.Id.ToString();
            // What is still queued is what is not read yet; dead work counts as read, its reason is with the work.
            var waiting = await db.Set<WorkItem>().CountAsync(w => w.Name == nameof(ReadSale) && w.State != WorkState.Dead && w.State != WorkState.Aside, ct);
            var listing = await db.Set<WorkItem>().Where(w => w.Name == nameof(ListForSync) && w.Key == key).Select(w => w.Problem).FirstOrDefaultAsync(ct);
            return new(run.Id, run.From, run.To, run.Found, Math.Max(0, run.Found - waiting), run.Listed && waiting == 0, run.Problem ?? listing, run.StartedAt);
        }
    }
}
