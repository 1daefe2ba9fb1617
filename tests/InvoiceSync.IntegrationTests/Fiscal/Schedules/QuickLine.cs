using InvoiceSync.Fiscal;

namespace InvoiceSync.IntegrationTests.Fiscal.Schedules;

/// <summary>The line of SmartBill's calls before clocks that stand still: who has to wait for a moment passes it.</summary>
sealed class QuickLine(ICallLine line, Action<TimeSpan> pass) : ICallLine
{
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public async Task<TimeSpan?> Take(string name, TimeSpan gap, CancellationToken ct)
    {
        while (true)
        {
            if (await line.Take(name, gap, ct) is not { } wait) return null;
            if (wait > Moment) return wait;
            pass(wait);
        }
    }

    public Task Hold(string name, TimeSpan wait, CancellationToken ct) => line.Hold(name, wait, ct);
}
