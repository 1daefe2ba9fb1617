using InvoiceSync.Fiscal;

namespace InvoiceSync.Connectors.AnafRegistry;

/// <summary>One call a second for all companies and nodes together, since ANAF counts by the caller's address; within a process first come, first served.</summary>
sealed class RegistryPace(ICallLine line, TimeProvider time) : IDisposable
{
    static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(1050);

    readonly SemaphoreSlim turn = new(1, 1);

    public async Task Turn(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            while (await line.Take(AnafRegistryConnector.Name, Gap, ct) is { } wait) await Task.Delay(wait, time, ct);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
