using InvoiceSync.Sync;

namespace InvoiceSync.SabotagedPortal;

/// <summary>Answers before the commit: what is in memory when the process is killed was acknowledged and is lost.</summary>
sealed class EarlyAck(IInboxStore real) : IInboxStore
{
    static readonly TimeSpan Lazy = TimeSpan.FromSeconds(1);

    public Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct)
    {
        _ = Later(entries);
        return Task.CompletedTask;
    }

    async Task Later(IReadOnlyList<InboxEntry> entries)
    {
        await Task.Delay(Lazy);
        await real.Store(entries, CancellationToken.None);
    }
}
