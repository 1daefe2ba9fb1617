namespace InvoiceSync.Sync;

/// <summary>
/// Where a tenant's sales come from. Answers are read fresh from the provider, never from a notice it sent;
/// every documented answer is a <see cref="SourceAnswer{T}"/>. Connectors register it under their provider name.
/// </summary>
public interface ISalesSource
{
    string Provider { get; }

    /// <summary>One sale with all its lines and taxes.</summary>
    Task<SourceAnswer<SourceSale>> Fetch(SourceAccount account, SourceKey key, CancellationToken ct);

    /// <summary>Sales created in [from, to), newest first; a charge that pays an invoice is left out, so a page may be short.</summary>
    Task<SourceAnswer<SourcePage>> List(SourceAccount account, SaleKind kind, DateTimeOffset from, DateTimeOffset to, string? cursor, CancellationToken ct);

    /// <summary>
    /// What happened after an event, oldest first. Without an event it begins at the oldest since <paramref name="from"/>;
    /// without either it answers the newest one alone, to be kept as a cursor. Gone means the cursor is too old: sweep.
    /// </summary>
    Task<SourceAnswer<EventPage>> Events(SourceAccount account, string? afterEventId, DateTimeOffset? from, CancellationToken ct);

    /// <summary>Finds the sale behind an object a notice only named, like the invoice a payment settled.</summary>
    Task<SourceAnswer<SourceKey>> Locate(SourceAccount account, string objectType, string objectId, CancellationToken ct);

    Task<ConnectionCheck> Test(SourceAccount account, CancellationToken ct);
}
