using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Monitoring;
using InvoiceSync.Web.Hosting.Practice;

namespace InvoiceSync.Web.Monitoring;

/// <summary>What this process needs, and whether each is there. Looked at every few seconds at most, however often it is asked.</summary>
sealed class HealthReport(PracticeHost practice, IHttpClientFactory clients, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);

    readonly SemaphoreSlim looking = new(1);
    (DateTimeOffset At, IReadOnlyList<Part> Parts) last;

    public async Task<IReadOnlyList<Part>> Check(ScopedDispatch dispatch, CancellationToken ct)
    {
        await looking.WaitAsync(ct);
        try
        {
            if (time.GetUtcNow() - last.At >= Fresh) last = (time.GetUtcNow(), await Look(dispatch));
            return last.Parts;
        }
        finally
        {
            looking.Release();
        }
    }

    public void Dispose() => looking.Dispose();

    async Task<IReadOnlyList<Part>> Look(ScopedDispatch dispatch)
    {
        // Not in the asker's time: one who hangs up must not make the next one hear that all is lost.
        var queue = await Queue(dispatch);
        var parts = new List<Part> { new("database", queue is not null) { IsVital = true } };
        if (queue is not null) parts.Add(Of(queue));
        if (practice.Address is { } address) parts.Add(new("practice_world", await Answers(new Uri(address, "/practice/health"))));
        return parts;
    }

    // Dead work waits for a person; work that is due for minutes means nobody takes it.
    static Part Of(GetQueueState.View queue) => new("work_queue", queue.Dead == 0 && queue.OldestWaits < LongestWait)
    {
        Numbers = new Dictionary<string, long>
        {
            ["waiting"] = queue.Waiting,
            ["running"] = queue.Running,
            ["dead"] = queue.Dead,
            ["oldest_waits_seconds"] = (long)queue.OldestWaits.TotalSeconds,
        },
    };

    async Task<GetQueueState.View?> Queue(ScopedDispatch dispatch)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            return (await dispatch.As(Caller.Nobody, d => d.Send(new GetQueueState(), patience.Token))).Match<GetQueueState.View?>(view => view, _ => null);
        }
        catch (Exception lost) when (lost is System.Data.Common.DbException or OperationCanceledException or InvalidOperationException)
        {
            return null;
        }
    }

    async Task<bool> Answers(Uri address)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        try
        {
            using var http = clients.CreateClient(PracticeControls.Client);
            using var answer = await http.GetAsync(address, patience.Token);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public sealed record Part(string Name, bool Ok)
    {
        public bool IsVital { get; init; }

        public IReadOnlyDictionary<string, long>? Numbers { get; init; }
    }
}
