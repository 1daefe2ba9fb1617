using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Given;

/// <summary>A line that lets everybody in until it is held, or in which each turn is as far from the last as it asks for.</summary>
sealed class FakeCallLine(TimeProvider? clock = null) : ICallLine
{
    readonly TimeProvider time = clock ?? TimeProvider.System;
    DateTimeOffset freeAt, heldUntil;

    /// <summary>Whether turns are apart: where time stands still, nobody would ever come second.</summary>
    public bool IsPaced { get; set; }

    public List<string> Lines { get; } = [];

    public Task<TimeSpan?> Take(string line, TimeSpan gap, CancellationToken ct)
    {
        Lines.Add(line);
        var now = time.GetUtcNow();
        if (now < heldUntil) return Task.FromResult<TimeSpan?>(heldUntil - now);
        if (IsPaced && now < freeAt) return Task.FromResult<TimeSpan?>(freeAt - now);
        freeAt = now + gap;
        return Task.FromResult<TimeSpan?>(null);
    }

    public Task Hold(string line, TimeSpan wait, CancellationToken ct)
    {
        heldUntil = time.GetUtcNow() + wait;
        return Task.CompletedTask;
    }
}
