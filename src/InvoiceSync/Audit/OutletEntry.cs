using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>
/// One entry as it leaves the house. Id is the key by which the other end sees a second delivery as the same. Name and address
/// of an erased person are the word [erased].
/// </summary>
public sealed record OutletEntry(
    string Id,
    long Seq,
    DateTimeOffset At,
    string Tenant,
    string Event,
    string ActorType,
    string Actor,
    string? ActorName,
    string? Address,
    string Action,
    string Status,
    string ResourceType,
    string Resource,
    string RequestId,
    IReadOnlyDictionary<string, string> Facts,
    IReadOnlyList<Act.Change> Changes,
    string Hash);
