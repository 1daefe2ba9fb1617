using System.Diagnostics;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>Counts the commands Npgsql sends, a batch as one: round trips, but for BEGIN, which rides along, and COMMIT.</summary>
sealed class CommandCount : IDisposable
{
    readonly ActivityListener listener;
    int count;

    public CommandCount()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
            ActivityStopped = _ => Interlocked.Increment(ref count),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public int Count => count;

    public void Dispose() => listener.Dispose();
}
