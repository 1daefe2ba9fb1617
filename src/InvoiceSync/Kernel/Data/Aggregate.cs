namespace InvoiceSync.Kernel.Data;

/// <summary>The root of things that change together. It collects the events of the change and counts its versions.</summary>
public abstract class Aggregate : ITenantOwned
{
    readonly List<Event> raised = [];

    /// <summary>Stamped by the write fence when the row is first saved; nothing else may set it.</summary>
    public TenantId TenantId { get; private set; }

    /// <summary>Grows by one with each save; a stale writer is refused (409).</summary>
    public long Version { get; private set; }

    public IReadOnlyList<Event> Raised => raised;

    protected void Raise(Event happened) => raised.Add(happened);

    internal IReadOnlyList<Event> TakeRaised()
    {
        Event[] taken = [.. raised];
        raised.Clear();
        return taken;
    }
}
