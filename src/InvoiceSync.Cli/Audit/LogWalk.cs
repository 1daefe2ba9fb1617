using System.Buffers.Binary;
using System.Security.Cryptography;

namespace InvoiceSync.Cli.Audit;

/// <summary>What a walk along a log found.</summary>
sealed record LogVerdict(Guid Tenant, long Entries, int Checkpoints, int Anchors, string Root, IReadOnlyList<string> Problems);

/// <summary>One pass over an exported log: every number, link and hash, the root at every checkpoint, and what anchors outside say.</summary>
sealed class LogWalk(SignerKeys? keys, IReadOnlyList<AnchorLine> anchors)
{
    const int MostProblems = 20;
    const int HashLength = 32;
    const int Header = 70;
    const int SignatureLength = 64;

    readonly List<string> problems = [];
    readonly MerkleEdge edge = new();
    byte[] entry = new byte[Header + 4096];
    readonly byte[] stored = new byte[HashLength];
    readonly byte[] hash = new byte[HashLength];
    Guid tenant;
    string? lastBody;
    Queue<AnchorLine> ahead = new();
    int checkpoints;
    int met;

    public LogVerdict Walk(Stream stream, CancellationToken ct)
    {
        try
        {
            Parts(new(stream), ct);
        }
        catch (BrokenLogException broken)
        {
            Problem(broken.Message);
        }

        foreach (var lost in ahead) Problem($"an anchor knows {lost.Size} entries, this log ends at {edge.Size}: its end was cut off");
        return new(tenant, edge.Size, checkpoints, met, Convert.ToBase64String(edge.Root()), problems);
    }

    void Parts(LogFile file, CancellationToken ct)
    {
        if (!file.Take(8).SequenceEqual("ISAUDIT1"u8)) throw new BrokenLogException("this is no exported audit log");
        tenant = new Guid(file.Take(16), bigEndian: true);
        ahead = new(anchors.Where(a => a.Tenant == tenant).OrderBy(a => a.Size));
        tenant.TryWriteBytes(entry.AsSpan(2), bigEndian: true, out _);
        entry[1] = 1;
        while (true)
        {
            switch (file.Byte())
            {
                case (byte)'E':
                    Entry(file);
                    break;
                case (byte)'C':
                    Checkpoint(file);
                    break;
                case (byte)'.':
                    if (file.Long() is var told && told != edge.Size) Problem($"the log says it has {told} entries and has {edge.Size}");
                    if (!file.IsAtEnd()) Problem("something stands behind the end of the log");
                    return;
                default:
                    throw new BrokenLogException($"after entry {edge.Size} stands something that is no part of a log");
            }

            if ((edge.Size & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
        }
    }

    // entry[34..66] holds the hash of the entry before: zeros at first.
    void Entry(LogFile file)
    {
        var length = file.Number();
        BinaryPrimitives.WriteInt64BigEndian(entry.AsSpan(18), edge.Size + 1);
        BinaryPrimitives.WriteInt64BigEndian(entry.AsSpan(26), file.Long());
        BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(66), length);
        var payload = file.Take(length);
        if (Header + length > entry.Length) Array.Resize(ref entry, Header + length);
        payload.CopyTo(entry.AsSpan(Header));
        file.Take(HashLength).CopyTo(stored);
        SHA256.HashData(entry.AsSpan(0, Header + length), hash);
        if (!stored.AsSpan().SequenceEqual(hash)) Problem($"entry {edge.Size + 1} is not the one that was hashed, or not linked to the one before");
        stored.CopyTo(entry.AsSpan(34));
        edge.Add(stored);
        MeetAnchors();
    }

    void Checkpoint(LogFile file)
    {
        var body = System.Text.Encoding.UTF8.GetString(file.Take(file.Number()));
        var signature = file.Take(SignatureLength).ToArray();
        checkpoints++;
        Signed(body, signature, $"the checkpoint at {edge.Size}");
        if (CheckpointBody.Line(body, "previous") != CheckpointBody.Link(lastBody)) Problem($"the checkpoint at {edge.Size} does not follow the one before");
        lastBody = body;
    }

    void MeetAnchors()
    {
        while (ahead.TryPeek(out var anchor) && anchor.Size == edge.Size)
        {
            ahead.Dequeue();
            met++;
            Signed(anchor.Body, anchor.Signature, $"the anchor at {anchor.Size}");
        }
    }

    void Signed(string body, byte[] signature, string what)
    {
        if (keys is not null && !keys.Verify(body, signature)) Problem($"the signature of {what} is not of a key you trust");
        if (CheckpointBody.Line(body, "tenant") != $"{tenant:D}" || CheckpointBody.Line(body, "size") != $"{edge.Size}") Problem($"{what} was signed for another log or size");
        else if (CheckpointBody.Line(body, "root") != Convert.ToBase64String(edge.Root())) Problem($"{what} was signed for other entries: the log was rewritten");
    }

    void Problem(string what)
    {
        if (problems.Count < MostProblems) problems.Add(what);
    }
}
