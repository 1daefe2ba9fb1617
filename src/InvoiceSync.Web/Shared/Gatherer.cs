using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Shared;

/// <summary>Gathers notices for a moment, then tells once which ids changed: a storm of commits redraws a row once.</summary>
sealed class Gatherer(TimeSpan window, TimeProvider time, Func<IReadOnlySet<Guid>, Task> tell, CancellationToken stop)
{
    readonly Lock gate = new();
    HashSet<Guid> ids = [];
    bool waiting;

    public void Hear(Notice notice)
    {
        lock (gate)
        {
            ids.Add(notice.Id);
            if (waiting) return;
            waiting = true;
        }

        _ = Tell();
    }

    async Task Tell()
    {
        await Task.Delay(window, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stop.IsCancellationRequested) return;
        HashSet<Guid> heard;
        lock (gate)
        {
            (heard, ids) = (ids, []);
            waiting = false;
        }

        await tell(heard);
    }
}
