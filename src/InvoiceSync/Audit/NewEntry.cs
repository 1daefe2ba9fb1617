namespace InvoiceSync.Audit;

/// <summary>An entry on its way into the chain: the columns people search by, and the payload of the same facts that is hashed.</summary>
public sealed record NewEntry
{
    public required Guid Id { get; init; }

    /// <summary>UTC, whole microseconds. The chain never goes back in time: it keeps the later of this and its newest entry's.</summary>
    public required DateTimeOffset At { get; init; }

    public required string EventType { get; init; }

    public required string ActorType { get; init; }

    public required string ActorId { get; init; }

    public byte[] ActorName { get; init; } = [];

    public required string ResourceType { get; init; }

    public required string ResourceId { get; init; }

    public required string Action { get; init; }

    public required string Status { get; init; }

    public required string Metadata { get; init; }

    public required string Changes { get; init; }

    public byte[] IpAddress { get; init; } = [];

    public byte[] UserAgent { get; init; } = [];

    public required string RequestId { get; init; }

    /// <summary>Whose key seals name, address and agent.</summary>
    public required string Subject { get; init; }

    /// <summary>By which an address is found without being readable: a keyed hash under the subject's key.</summary>
    public byte[] AddressMark { get; init; } = [];

    public byte[] Payload { get; init; } = [];
}
