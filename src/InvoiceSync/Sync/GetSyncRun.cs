using InvoiceSync.Kernel;

namespace InvoiceSync.Sync;

/// <summary>How far a manual sync has come. Without an id, the latest one; null when there was none.</summary>
[Requires("sales.read")]
public sealed record GetSyncRun(SyncRunId? Run = null) : IQuery<GetSyncRun.View?>
{
    public sealed record View(SyncRunId Id, DateOnly From, DateOnly To, int Found, int Read, bool Finished, string? Problem, DateTimeOffset StartedAt);
}
