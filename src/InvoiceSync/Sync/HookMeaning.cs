namespace InvoiceSync.Sync;

/// <summary>What a stored notice asks of us. Never its content: the sale is fetched again, so late and doubled notices do no harm.</summary>
public abstract record HookMeaning
{
    HookMeaning()
    {
    }

    public sealed record Refetch(SourceKey Key) : HookMeaning;

    /// <summary>The sale is known only through this object: ask <see cref="ISalesSource.Locate"/>, then fetch.</summary>
    public sealed record Locate(string ObjectType, string ObjectId) : HookMeaning;

    /// <summary>The sale no longer exists at the provider.</summary>
    public sealed record Tombstone(SourceKey Key) : HookMeaning;

    /// <summary>Nothing to do, and why, in words a person can read in the inbox.</summary>
    public sealed record Ignored(string Why) : HookMeaning;
}
