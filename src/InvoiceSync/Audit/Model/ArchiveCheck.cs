using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>A month's file read back from its first byte to its last: every number, link, hash, signature and root.</summary>
static class ArchiveCheck
{
    /// <summary>What the log is where the file ends; InvalidDataException when anything in it is not as it should be.</summary>
    public static async Task<(LogState End, byte[] Root)> Read(Stream stream, TenantId tenant, LogState before, CheckpointKeys keys, CancellationToken ct)
    {
        await using var file = new EvidenceReader(stream);
        await file.Begin(ct);
        var frontier = new Frontier(before.Size, before.Frontier);
        Must(file.Tenant == tenant && file.Start.Size == before.Size && Same(file.Start.Head, before.Head) && Same(file.Start.Frontier, before.Frontier), "It does not go on where the log was.");
        var (head, isSealed) = (before.Head, false);
        await foreach (var part in file.Parts(ct))
        {
            Must(!isSealed, "Something stands behind its seal.");
            if (part.Entry is { } entry)
            {
                Must(Same(entry.Hash, EntryHash.Of(tenant, entry.Seq, entry.CreatedAt, entry.Prev, entry.Payload)), $"Entry {entry.Seq} is not the one that was hashed.");
                frontier.Add(head = entry.Hash);
            }
            else if (part.Signed is { } signed)
            {
                isSealed = part.IsSeal;
                Must(Holds(signed, frontier, keys), $"What was signed at {signed.Size} is not this log.");
            }
        }

        Must(isSealed && file.End == frontier.Size, "It has no seal, or ends early.");
        return (new(frontier.Size, head, frontier.ToBytes()), frontier.Root());
    }

    static bool Holds(SignedCheckpoint signed, Frontier frontier, CheckpointKeys keys) =>
        keys.Verify(signed.Body, signed.Signature, CheckpointText.Line(signed.Body, "key") ?? "")
        && CheckpointText.Line(signed.Body, "tenant") == $"{signed.Tenant.Value:D}"
        && CheckpointText.Line(signed.Body, "size") == frontier.Size.ToString(CultureInfo.InvariantCulture)
        && CheckpointText.Line(signed.Body, "root") == Convert.ToBase64String(frontier.Root());

    static bool Same(byte[] a, byte[] b) => a.AsSpan().SequenceEqual(b);

    static void Must(bool holds, string otherwise)
    {
        if (!holds) throw new InvalidDataException(otherwise);
    }
}
