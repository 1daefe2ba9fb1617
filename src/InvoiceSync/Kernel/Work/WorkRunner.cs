using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Kernel.Work;

/// <summary>Takes due work from the queue and runs it, a bounded number at once; woken by commits, looking every few seconds anyway.</summary>
sealed class WorkRunner(IWorkStore store, WorkDelivery delivery, IWakeUps wakeUps, WorkOptions options, TimeProvider time, ILogger<WorkRunner> log) : BackgroundService
{
    readonly Guid node = Guid.CreateVersion7(time.GetUtcNow());
    readonly ConcurrentDictionary<Guid, LeasedWork> running = new();
    readonly ConcurrentQueue<LeasedWork> done = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var wake = new SemaphoreSlim(0);
        using var listening = wakeUps.OnWork(() => wake.Release());
        using var slots = new SemaphoreSlim(options.AtOnce);
        var renewing = RenewLeases(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await CompleteFinished(stoppingToken);
                var claimed = await Claim(slots, stoppingToken);
                foreach (var work in claimed)
                {
                    running[work.Id] = work;
                    await slots.WaitAsync(stoppingToken);
                    _ = Run(work, slots, wake, stoppingToken);
                }

                if (claimed.Count == 0) await wake.WaitAsync(options.Poll, stoppingToken);
                while (wake.CurrentCount > 0) await wake.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception lost) // the database may be away; the queue must outlive that
            {
                log.LogWarning(lost, "The work queue could not be read; trying again in {Poll}", options.Poll);
                await Task.Delay(options.Poll, time, stoppingToken);
            }
        }

        await renewing.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    async Task<IReadOnlyList<LeasedWork>> Claim(SemaphoreSlim slots, CancellationToken ct)
    {
        if (slots.CurrentCount == 0) return [];
        var busy = running.Values.GroupBy(w => w.Tenant).Where(g => g.Count() >= options.EachTenantAtOnce).Select(g => g.Key).ToList();
        return await store.Claim(node, slots.CurrentCount, options.EachTenantAtOnce, busy, time.GetUtcNow(), options.Lease, ct);
    }

    async Task Run(LeasedWork work, SemaphoreSlim slots, SemaphoreSlim wake, CancellationToken ct)
    {
        try
        {
            await delivery.Deliver(work, ct);
            done.Enqueue(work);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The lease runs out and another node takes over.
        }
        catch (Exception failure) // whatever it was, it must be stored with the work and tried again
        {
            await Failed(work, failure);
        }
        finally
        {
            running.TryRemove(work.Id, out _);
            slots.Release();
            wake.Release();
        }
    }

    async Task Failed(LeasedWork work, Exception failure)
    {
        var retry = BackOff.After(work.Attempt, failure, time.GetUtcNow());
        log.LogWarning(failure is RuleBrokenException ? null : failure, "{Name} {Key} failed at attempt {Attempt}: {Problem}; next at {Retry}", work.Name, work.Key, work.Attempt, failure.Message, retry);
        try
        {
            await store.Fail(node, work, failure.Message, retry, CancellationToken.None);
        }
        catch (Exception lost) // the lease runs out instead
        {
            log.LogWarning(lost, "The failure of {Name} {Key} could not be stored", work.Name, work.Key);
        }
    }

    async Task CompleteFinished(CancellationToken ct)
    {
        var batch = new List<LeasedWork>();
        while (done.TryDequeue(out var work)) batch.Add(work);
        if (batch.Count > 0) await store.Complete(node, batch, time.GetUtcNow(), ct);
    }

    async Task RenewLeases(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Lease / 3, time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try
            {
                var now = time.GetUtcNow();
                if (!running.IsEmpty) await store.Renew(node, [.. running.Values], now + options.Lease, ct);
                if (await store.Reclaim(now, ct) is > 0 and var taken) log.LogInformation("Took over {Count} pieces of work of a lost node", taken);
            }
            catch (Exception lost) when (lost is not OperationCanceledException) // as above
            {
                log.LogWarning(lost, "Leases could not be renewed");
            }
        }
    }
}
