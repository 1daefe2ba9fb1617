namespace InvoiceSync.Kernel.Data;

/// <summary>The root of things that change together. It collects the events of the change and counts its versions.</summary>
public abstract class Aggregate : ITenantOwned
{
    /// <summary>What a caller is told who changes what somebody else has changed since.</summary>
    public static readonly Error Changed = Error.Conflict("version.stale", "Somebody else changed this since you read it. Read it again, then repeat.");

    readonly List<Event> raised = [];

    /// <summary>Stamped by the write fence when the row is first saved; nothing else may set it.</summary>
    public TenantId TenantId { get; private set; }

    /// <summary>Grows by one with each save; a stale writer is refused (409).</summary>
    public long Version { get; private set; }

    public IReadOnlyList<Event> Raised => raised;

    /// <summary>For callers who say which version they mean to change; null means whatever is there.</summary>
    public void Expect(long? version) => Rule.Require(version is null || version == Version, Changed);

    protected void Raise(Event happened) => raised.Add(happened);

    internal IReadOnlyList<Event> TakeRaised()
    {
        Event[] taken = [.. raised];
        raised.Clear();
        return taken;
    }
}
