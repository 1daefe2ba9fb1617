namespace InvoiceSync.Kernel;

/// <summary>How an act ended: done, forbidden, or tried in vain.</summary>
public enum ActStatus
{
    Ok,
    Refused,
    Failed,
}

/// <summary>
/// Something worth an entry in the audit log that no changed row tells of: a sign-in, a download. Event is noun.past, like
/// "invoice.downloaded"; the caller is who did it unless Actor names another.
/// </summary>
public sealed record Act(string Event, string ResourceType = "", string ResourceId = "")
{
    public ActStatus Status { get; init; }

    /// <summary>Who did it, when that is not the caller: at a sign-in nobody has called yet.</summary>
    public string? Actor { get; init; }

    public string? ActorName { get; init; }

    public string? Address { get; init; }

    public string? Agent { get; init; }

    /// <summary>Plain facts in words. Values with an @ are taken for personal and kept under the person's key.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>One field before and after; both null when the value is not for copying.</summary>
    public sealed record Change(string Field, string? Before = null, string? After = null);
}
