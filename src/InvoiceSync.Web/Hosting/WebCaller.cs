using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;

namespace InvoiceSync.Web.Hosting;

/// <summary>The caller of a message sent from a request, a circuit, or inside another message.</summary>
sealed class WebCaller(CallerHolder holder, IHttpContextAccessor http, CircuitIdentity circuit) : ICallerSource
{
    public ValueTask<Caller> Current(CancellationToken ct)
    {
        if (holder.Caller != Caller.Nobody) return new(holder.Caller);
        if (circuit.Principal is { } live) return new(PortalClaims.CallerOf(live, circuit.CorrelationId));
        return new(http.HttpContext is { } context ? PortalClaims.CallerOf(context) : Caller.Nobody);
    }
}
