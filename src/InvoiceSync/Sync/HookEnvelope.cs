namespace InvoiceSync.Sync;

/// <summary>
/// The hint inside a notice: which object of which account to look at again. Its time is in whole seconds and orders nothing.
/// A thin notice names only the object; SnapshotEventId then tells its full twin, and both are one happening.
/// </summary>
public sealed record HookEnvelope(string EventId, string Type, string ObjectType, string? ObjectId)
{
    public string? AccountId { get; init; }

    public bool Live { get; init; }

    public string? ApiVersion { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool IsThin { get; init; }

    public string? SnapshotEventId { get; init; }

    /// <summary>The sale the object says it belongs to, like the invoice of a payment; null when the notice does not tell.</summary>
    public string? RelatedId { get; init; }
}
