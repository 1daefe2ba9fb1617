using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Given;

/// <summary>A line that lets everybody in until it is held, and before that asks so many times to wait a moment.</summary>
sealed class FakeCallLine(TimeProvider? clock = null) : ICallLine
{
    readonly TimeProvider time = clock ?? TimeProvider.System;
    DateTimeOffset heldUntil;

    /// <summary>How often it still says that it is not yet the caller's turn.</summary>
    public int Moments { get; set; }

    public List<string> Lines { get; } = [];

    public Task<TimeSpan?> Take(string line, TimeSpan gap, CancellationToken ct)
    {
        Lines.Add(line);
        var now = time.GetUtcNow();
        if (now < heldUntil) return Task.FromResult<TimeSpan?>(heldUntil - now);
        return Task.FromResult<TimeSpan?>(Moments-- > 0 ? TimeSpan.FromMilliseconds(1) : null);
    }

    public Task Hold(string line, TimeSpan wait, CancellationToken ct)
    {
        heldUntil = time.GetUtcNow() + wait;
        return Task.CompletedTask;
    }
}
