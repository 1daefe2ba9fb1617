using InvoiceSync.Fiscal.Calls;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Fiscal.Model;

/// <summary>The line in the database, which all nodes share. Each turn commits by itself, before the call is made.</summary>
sealed class SharedCallLine(ScopedDispatch dispatch) : ICallLine
{
    // Lines are no company's; this caller can do nothing else.
    static readonly Caller Machine = new(null, "system", new HashSet<string> { "fiscal.file" });

    public async Task<TimeSpan?> Take(string line, TimeSpan gap, CancellationToken ct)
    {
        var answer = await dispatch.As(Machine, d => d.Send(new TakeTurn(line, gap), ct));
        // Somebody opened the line this moment, or the database is busy: that is no turn.
        return answer.Error is { Kind: ErrorKind.Conflict or ErrorKind.Unavailable } ? gap : answer.OrThrow().Wait;
    }

    public async Task Hold(string line, TimeSpan wait, CancellationToken ct)
    {
        var answer = await dispatch.As(Machine, d => d.Send(new HoldLine(line, wait), ct));
        if (answer.Error is { Kind: ErrorKind.Conflict }) answer = await dispatch.As(Machine, d => d.Send(new HoldLine(line, wait), ct));
        // Whoever calls next will be told of the block again.
        if (answer.Error is not { Kind: ErrorKind.Unavailable }) answer.OrThrow();
    }
}
