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
            await Commit(batch);
            batch.Clear();
        }
    }

    // One notice the database refuses must not cost its neighbours, other companies' among them, theirs: then each is stored alone.
    async Task Commit(IReadOnlyList<Item> batch)
    {
        try
        {
            await store.Store([.. batch.Select(i => i.Entry)], CancellationToken.None);
            foreach (var item in batch) item.Stored.SetResult();
        }
        catch (DbException refused) when (batch.Count > 1 && !refused.IsTransient)
        {
            foreach (var item in batch) await Commit([item]);
        }
        catch (Exception lost) when (lost is DbException or InvalidOperationException or ArgumentException)
        {
            log.LogWarning("{Count} notices could not be stored: {Problem}", batch.Count, lost.Message);
            foreach (var item in batch) item.Stored.SetException(new RuleBrokenException(Full));
        }
    }

    sealed record Item(InboxEntry Entry)
    {
        public TaskCompletionSource Stored { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
