using System.Data.Common;
using System.Threading.Channels;
using InvoiceSync.Kernel;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Sync;

/// <summary>
/// Gathers notices that arrive together into one commit. Each sender is answered only after the commit that holds its
/// notice; when the queue is full or the database away the sender is told, and will send again.
/// </summary>
public sealed class HookIntake(IInboxStore store, ILogger<HookIntake> log)
{
    const int Waiting = 4096;
    const int EachCommit = 256;
    const int Writers = 2;

    static readonly Error Full = Error.Unavailable("inbox.unavailable", "The inbox cannot take this now. Send it again later.");

    readonly Channel<Item> items = Channel.CreateBounded<Item>(new BoundedChannelOptions(Waiting));
    int started;

    public async Task Accept(InboxEntry entry, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref started, 1) == 0)
            for (var writer = 0; writer < Writers; writer++) _ = Task.Run(Write, CancellationToken.None);
        var item = new Item(entry);
        if (!items.Writer.TryWrite(item)) throw new RuleBrokenException(Full);
        await item.Stored.Task.WaitAsync(ct);
    }

    async Task Write()
    {
        var batch = new List<Item>(EachCommit);
        while (await items.Reader.WaitToReadAsync())
        {
            while (batch.Count < EachCommit && items.Reader.TryRead(out var item)) batch.Add(item);
            if (batch.Count == 0) continue; // the other writer was quicker
            await Commit(batch);
            batch.Clear();
        }
    }

    async Task Commit(IReadOnlyList<Item> batch)
    {
        var storing = Store(batch);
        await storing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // whatever it was, senders are told and the writer lives on
        if (storing.IsCompletedSuccessfully)
        {
            foreach (var item in batch) item.Stored.SetResult();
        }
        else if (batch.Count > 1 && storing.Exception?.InnerException is DbException { IsTransient: false })
        {
            // One notice the database cannot take must not cost the other tenants theirs.
            foreach (var item in batch) await Commit([item]);
        }
        else
        {
            log.LogWarning(storing.Exception?.InnerException, "{Count} notices could not be stored", batch.Count);
            foreach (var item in batch) item.Stored.SetException(new RuleBrokenException(Full));
        }
    }

    async Task Store(IReadOnlyList<Item> batch) => await store.Store([.. batch.Select(i => i.Entry)], CancellationToken.None);

    sealed record Item(InboxEntry Entry)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
