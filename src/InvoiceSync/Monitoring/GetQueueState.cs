using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Monitoring;

/// <summary>The background work of all companies: how much is owed, how long the oldest due piece waits, how much is dead.</summary>
[Anonymous]
public sealed record GetQueueState : IProcess<GetQueueState.View>
{
    public sealed record View(int Waiting, int Running, int Dead, TimeSpan OldestWaits);

    internal sealed class Handler(PlatformScope platform, TimeProvider time) : IHandle<GetQueueState, View>
    {
        public Task<View> Handle(GetQueueState query, CancellationToken ct) => platform.Read("how the queue fares", db => Read(db, ct), ct);

        async Task<View> Read(InvoiceSyncDb db, CancellationToken ct)
        {
            var now = time.GetUtcNow();
            var counts = await db.Set<WorkItem>().GroupBy(w => w.State).Select(g => new { State = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.State, g => g.Count, ct);
            var oldest = await db.Set<WorkItem>().Where(w => w.State == WorkState.Ready && w.DueAt <= now).MinAsync(w => (DateTimeOffset?)w.DueAt, ct);
            return new(
                counts.GetValueOrDefault(WorkState.Ready), counts.GetValueOrDefault(WorkState.Running), counts.GetValueOrDefault(WorkState.Dead),
                oldest is { } due ? now - due : TimeSpan.Zero);
        }
    }
}
