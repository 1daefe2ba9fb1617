using System.Globalization;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>One walk along a chain, entry by entry: numbers, links, hashes, columns, and the checkpoints it passes.</summary>
sealed class ChainCheck(TenantId tenant, CheckpointKeys keys, IReadOnlyList<Checkpoint> checkpoints, LogState from)
{
    const int MostProblems = 20;

    readonly List<string> problems = [];
    readonly Frontier frontier = new(from.Size, from.Frontier);
    readonly Queue<Checkpoint> ahead = new(checkpoints.Where(c => c.Size >= from.Size));
    byte[] head = from.Head;
    long read;
    int signed;
    int archives;

    public long Start => from.Size;

    public void Next(ChainEntry entry)
    {
        Meet();
        read++;
        if (entry.Seq != frontier.Size + 1) Problem($"entry {frontier.Size + 1} is missing: entry {entry.Seq} comes next");
        if (!entry.Prev.AsSpan().SequenceEqual(head)) Problem($"entry {entry.Seq} is not linked to the one before");
        if (!entry.Hash.AsSpan().SequenceEqual(EntryHash.Of(tenant, entry.Seq, entry.CreatedAt, entry.Prev, entry.Payload))) Problem($"entry {entry.Seq} is not the one that was hashed");
        if (!entry.Payload.AsSpan().SequenceEqual(Payload.Of(Columns(entry)))) Problem($"the columns of entry {entry.Seq} say something else than what was hashed");
        frontier.Add(head = entry.Hash);
    }

    public void End(ChainHead? kept)
    {
        Meet();
        if (ahead.TryPeek(out var missing)) Problem($"a checkpoint knows {missing.Size} entries, the log ends at {frontier.Size}");
        if ((kept?.Seq ?? 0) != frontier.Size || kept is not null && !kept.Hash.AsSpan().SequenceEqual(head)) Problem($"the head says {kept?.Seq ?? 0} entries, the log ends at {frontier.Size}");
    }

    public void Archived(string month, bool isKept)
    {
        if (isKept) archives++;
        else Problem($"the archive of {month} is missing, or is another file than the one that was read back");
    }

    public VerifyLog.Report Report() => new(read, from.Size, frontier.Size, Convert.ToBase64String(frontier.Root()), signed, archives, problems);

    // The checkpoints of exactly this size.
    void Meet()
    {
        while (ahead.TryPeek(out var next) && next.Size <= frontier.Size)
        {
            ahead.Dequeue();
            var size = next.Size.ToString(CultureInfo.InvariantCulture);
            if (!keys.Verify(next.Body, next.Signature, next.KeyId)) Problem($"the signature of the checkpoint at {size} is not ours");
            else if (CheckpointText.Line(next.Body, "size") != size || CheckpointText.Line(next.Body, "tenant") != $"{tenant.Value:D}") Problem($"the checkpoint at {size} was signed for something else");
            else if (CheckpointText.Line(next.Body, "root") != Convert.ToBase64String(frontier.Root())) Problem($"the first {size} entries are not those that were signed");
            else signed++;
        }
    }

    void Problem(string what)
    {
        if (problems.Count < MostProblems) problems.Add(what);
    }

    static NewEntry Columns(ChainEntry e) => new()
    {
        Id = e.Id.Value,
        At = e.CreatedAt,
        EventType = e.EventType,
        ActorType = e.ActorType,
        ActorId = e.ActorId,
        ActorName = e.ActorName,
        ResourceType = e.ResourceType,
        ResourceId = e.ResourceId,
        Action = e.Action,
        Status = e.Status,
        Metadata = e.Metadata,
        Changes = e.Changes,
        IpAddress = e.IpAddress,
        UserAgent = e.UserAgent,
        RequestId = e.RequestId,
        Subject = e.Subject,
        AddressMark = e.AddressMark,
    };
}
