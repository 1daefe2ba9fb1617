using InvoiceSync.Kernel.Data;

namespace InvoiceSync.Kernel.Dispatch;

/// <summary>The caller of the scope a handler runs in, set by the dispatcher before anything else is made.</summary>
public sealed class CallerHolder
{
    public Caller Caller { get; set; } = Caller.Nobody;

    /// <summary>Set where the platform itself works across tenants.</summary>
    public bool IsPlatform { get; set; }

    /// <summary>The open transaction of the message whose scope this is; none in scopes of requests, circuits and processes.</summary>
    internal InvoiceSyncDb? Open { get; set; }
}
