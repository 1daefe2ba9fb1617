namespace InvoiceSync.Kernel.Dispatch;

/// <summary>Where a dispatcher learns who is calling: a circuit, an HTTP request, or the handler scope it was made in.</summary>
public interface ICallerSource
{
    ValueTask<Caller> Current(CancellationToken ct);
}

/// <summary>The caller of the surrounding message: a handler that sends another command does so in the same name.</summary>
sealed class AmbientCaller(CallerHolder holder) : ICallerSource
{
    public ValueTask<Caller> Current(CancellationToken ct) => new(holder.Caller);
}
