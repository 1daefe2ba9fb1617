namespace InvoiceSync.Client;

/// <summary>/v1/events: what happened, in an order that never changes. Keep the id of the last event you worked on and ask for those after it.</summary>
public sealed class Events
{
    readonly Wire wire;

    internal Events(Wire wire) => this.wire = wire;

    /// <summary>All there are after one you know, or from the oldest. Type is one, like invoice.issued, or all of a kind, like invoice.*.</summary>
    public IAsyncEnumerable<Event> After(string? id = null, string? type = null, CancellationToken ct = default)
    {
        var query = new Dictionary<string, string>();
        if (id is not null) query["after"] = id;
        if (type is not null) query["type"] = type;
        return wire.Rows<Event>("events", query, ct);
    }
}
