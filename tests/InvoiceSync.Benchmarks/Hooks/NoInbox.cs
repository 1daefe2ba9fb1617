using InvoiceSync.Sync;

namespace InvoiceSync.Benchmarks.Hooks;

/// <summary>Keeps nothing: what is left is HTTP, the signature and the hand-over to the writers.</summary>
sealed class NoInbox : IInboxStore
{
    public Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct) => Task.CompletedTask;
}
