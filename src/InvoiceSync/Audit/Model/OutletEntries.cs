namespace InvoiceSync.Audit.Model;

/// <summary>Writes a link of the chain as it is told outside.</summary>
static class OutletEntries
{
    const string Erased = "[erased]";

    public static OutletEntry Of(ChainEntry e, OpenedFields open) => new(
        e.Id.ToString(),
        e.Seq,
        e.CreatedAt.ToUniversalTime(),
        e.TenantId.ToString(),
        e.EventType,
        e.ActorType,
        e.ActorId,
        Personal(e, open, "actor_name", e.ActorName),
        Personal(e, open, "ip_address", e.IpAddress),
        e.Action,
        e.Status,
        e.ResourceType,
        e.ResourceId,
        e.RequestId,
        open.Facts(e),
        open.Changes(e),
        Convert.ToHexStringLower(e.Hash));

    static string? Personal(ChainEntry e, OpenedFields open, string field, byte[] box) =>
        box.Length == 0 ? null : open.Text(e, field, box) ?? Erased;
}
