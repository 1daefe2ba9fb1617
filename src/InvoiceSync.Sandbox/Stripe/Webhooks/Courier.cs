using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Clock;
using InvoiceSync.Sandbox.Faults;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Stripe.Webhooks;

/// <summary>
/// Carries deliveries to their endpoints: at least once, in no promised order, again after a failure with growing pauses.
/// </summary>
sealed class Courier(Store store, PracticeClock clock, FaultBoard faults, Parcel parcel, PracticeOptions options) : IAsyncDisposable
{
    const int Carriers = 8;
    const int MostAttempts = 40;
    static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    readonly Lock gate = new();
    readonly PriorityQueue<(string Table, string Id, bool Held), long> waiting = new();
    readonly SemaphoreSlim wake = new(0);
    readonly CancellationTokenSource stopping = new();
    Task[] carriers = [];

    public void Start()
    {
        store.Run(work =>
        {
            foreach (var table in work.TablesUnder("stripe/").Where(table => table.Name.EndsWith("/delivery", StringComparison.Ordinal)))
            {
                var rows = table.Where("state", Deliveries.Pending);
                for (var i = 0; i < rows.Count; i++) Queue(table.Name, rows[i].Id, (long)Work.Parse(rows[i])["due"]!);
            }
        });
        carriers = [.. Enumerable.Range(0, Carriers).Select(_ => Task.Run(Carry)), Task.Run(KeepTime)];
    }

    public void Take(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
            if (change.Table.EndsWith("/delivery", StringComparison.Ordinal)) Queue(change.Table, change.Id, 0);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(carriers);
        stopping.Dispose();
        wake.Dispose();
    }

    void Queue(string table, string id, long due, bool held = false)
    {
        lock (gate) waiting.Enqueue((table, id, held), due);
        wake.Release();
    }

    async Task Carry()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (TryTake(out var next)) await Attempt(next.Table, next.Id, next.Held);
                else await wake.WaitAsync(stopping.Token);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
        }
    }

    // Pauses end by the practice clock, which somebody may move at any moment: nothing to sleep on, so it is looked at.
    async Task KeepTime()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await tick.WaitForNextTickAsync(stopping.Token))
                if (IsAnyDue()) wake.Release(Carriers);
        }
        catch (OperationCanceledException)
        {
            // The world is ending.
        }
    }

    bool IsAnyDue()
    {
        lock (gate) return waiting.TryPeek(out _, out var due) && due <= Now();
    }

    bool TryTake(out (string Table, string Id, bool Held) next)
    {
        lock (gate)
        {
            next = default;
            if (!waiting.TryPeek(out _, out var due) || due > Now()) return false;
            next = waiting.Dequeue();
            return true;
        }
    }

    async Task Attempt(string table, string id, bool held)
    {
        var letter = store.Run(work => parcel.Pack(work, table, id));
        if (letter is null) return;
        var struck = held || letter.Attempts > 0 ? [] : faults.Roll("webhooks", letter.Type);
        if (struck.By(FaultDial.Drop) is not null) { Note(table, id, Deliveries.Dropped, null); return; }
        if ((struck.By(FaultDial.Delayed) ?? struck.By(FaultDial.OutOfOrder)) is { } dial)
        {
            Queue(table, id, Now() + dial.DelayMs, held: true);
            return;
        }
        var status = await parcel.Send(letter, stopping.Token);
        if (struck.By(FaultDial.Duplicate) is not null) await parcel.Send(letter, stopping.Token);
        if (status is >= 200 and < 300) { Note(table, id, Deliveries.Delivered, status); return; }
        if (letter.Attempts + 1 >= MostAttempts) { Note(table, id, Deliveries.Failed, status); return; }
        var pause = options.WebhookPause * Math.Pow(2, Math.Min(letter.Attempts, 20));
        var due = Now() + (long)Math.Min(pause.TotalMilliseconds, LongestPause.TotalMilliseconds);
        Note(table, id, Deliveries.Pending, status, due);
        Queue(table, id, due, held: true);
    }

    void Note(string table, string id, string state, int? status, long due = 0) => store.Run(work =>
    {
        if (work.Find(table, id) is not { } delivery) return;
        delivery["state"] = state;
        delivery["due"] = due;
        delivery["attempts"]!.AsArray().Add((JsonNode)new JsonObject { ["at"] = clock.GetUtcNow().ToString("O"), ["status"] = status });
        work.Put(table, id, delivery);
    });

    long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();
}
