using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Counts the calls of each API key in memory and writes them down every few seconds, so that no call waits for a row. A node
/// that dies loses the seconds since: this feeds a graph, not a bill.
/// </summary>
sealed class KeyUsage(ScopedDispatch dispatch, TimeProvider time, ILogger<KeyUsage> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    static readonly HashSet<string> Noting = ["self"];

    readonly Lock guard = new();
    Dictionary<(TenantId Tenant, ApiKeyId Key, DateOnly Day), TouchApiKey.Use> counted = [];

    public void Note(TenantId tenant, ApiKeyId key, string? from)
    {
        var now = time.GetUtcNow();
        Add(tenant, new(key, DateOnly.FromDateTime(now.UtcDateTime), 1, now, from));
    }

    /// <summary>Writes down what was counted so far; what could not be written is kept for the next time.</summary>
    public async Task Flush(CancellationToken ct)
    {
        Dictionary<(TenantId Tenant, ApiKeyId Key, DateOnly Day), TouchApiKey.Use> taken;
        lock (guard) (taken, counted) = (counted, []);
        foreach (var ofTenant in taken.GroupBy(t => t.Key.Tenant, t => t.Value))
        {
            // In one order everywhere: two nodes that write at once wait for each other and do not lock each other out.
            TouchApiKey.Use[] uses = [.. ofTenant.OrderBy(u => u.Key.Value).ThenBy(u => u.Day)];
            var caller = new Caller(ofTenant.Key, "api", Noting);
            if (await Written(caller, new(uses), ct)) continue;
            foreach (var use in uses) Add(ofTenant.Key, use);
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Flush(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await Flush(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The rest is written by StopAsync.
        }
    }

    async Task<bool> Written(Caller caller, TouchApiKey note, CancellationToken ct)
    {
        try
        {
            return (await dispatch.As(caller, d => d.Send(note, ct))).IsOk;
        }
        catch (Exception lost) when (lost is not OperationCanceledException) // the database may be away; the count must outlive that
        {
            log.LogWarning("The use of API keys could not be written: {Problem}", lost.Message);
            return false;
        }
    }

    void Add(TenantId tenant, TouchApiKey.Use use)
    {
        lock (guard)
        {
            var key = (tenant, use.Key, use.Day);
            counted[key] = counted.TryGetValue(key, out var before)
                ? before with { Calls = before.Calls + use.Calls, LastAt = Later(before, use).LastAt, LastFrom = Later(before, use).LastFrom }
                : use;
        }
    }

    static TouchApiKey.Use Later(TouchApiKey.Use one, TouchApiKey.Use other) => one.LastAt > other.LastAt ? one : other;
}
