using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Cli.Audit;

/// <summary>What a walk along a log found. Since is how many entries lie before the first that was read.</summary>
sealed record LogVerdict(Guid Tenant, long Since, long Entries, int Checkpoints, int Anchors, string Root, IReadOnlyList<string> Problems);

/// <summary>
/// One pass over an exported log, in one file or in several that go on from one another: every number, link and hash, the root at
/// every checkpoint and seal, and what anchors outside say. What a file claims of the entries before it counts when a root signed
/// behind them comes out right: the root is made of that claim.
/// </summary>
sealed class LogWalk(SignerKeys? keys, IReadOnlyList<AnchorLine> anchors)
{
    const int MostProblems = 20;
    const int HashLength = 32;
    const int Header = 70;
    const int Head = 34;
    const int SignatureLength = 64;

    readonly List<string> problems = [];
    readonly MerkleEdge edge = new();
    byte[] entry = new byte[Header + 4096];
    readonly byte[] stored = new byte[HashLength];
    readonly byte[] hash = new byte[HashLength];
    Guid tenant;
    string link = CheckpointBody.NoLink;
    Queue<AnchorLine> ahead = new();
    long since;
    int checkpoints;
    int signed;
    int met;

    public LogVerdict Walk(Stream stream, CancellationToken ct) => Walk([stream], ct);

    public LogVerdict Walk(IReadOnlyList<Stream> files, CancellationToken ct)
    {
        try
        {
            foreach (var (nth, file) in files.Index()) Parts(new(file), nth == 0, ct);
        }
        catch (BrokenLogException broken)
        {
            Problem(broken.Message);
        }

        foreach (var lost in ahead) Problem($"an anchor knows {lost.Size} entries, this log ends at {edge.Size}: its end was cut off");
        if (since > 0 && signed + met == 0) Problem($"nothing signed says that the {since} entries before are those this file goes on from");
        return new(tenant, since, edge.Size, checkpoints, met, Convert.ToBase64String(edge.Root()), problems);
    }

    void Parts(LogFile file, bool isFirst, CancellationToken ct)
    {
        Begin(file, isFirst);
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
                case (byte)'S':
                    Signed(Text(file), file.Take(SignatureLength).ToArray(), CheckpointBody.Seal, $"the seal at {edge.Size}");
                    signed++;
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

    void Begin(LogFile file, bool isFirst)
    {
        var kind = Encoding.ASCII.GetString(file.Take(8));
        if (kind is not ("ISAUDIT1" or "ISAUDIT2")) throw new BrokenLogException("this is no exported audit log");
        var whose = new Guid(file.Take(16), bigEndian: true);
        if (!isFirst && whose != tenant) throw new BrokenLogException("the files are of two companies");
        tenant = whose;
        tenant.TryWriteBytes(entry.AsSpan(2), bigEndian: true, out _);
        entry[1] = 1;
        if (isFirst) ahead = new(anchors.Where(a => a.Tenant == tenant).OrderBy(a => a.Size));
        if (kind == "ISAUDIT2") Before(file, isFirst);
        else if (!isFirst) throw new BrokenLogException($"a file begins anew where entry {edge.Size + 1} is to come");
    }

    // What the log was before this file: believed of the first, of those behind it to be what was just walked.
    void Before(LogFile file, bool isFirst)
    {
        var size = file.Long();
        var head = file.Take(HashLength).ToArray();
        var last = file.Take(HashLength).ToArray();
        var peaks = file.Take(size < 0 ? -1 : BitOperations.PopCount((ulong)size) * HashLength).ToArray();
        var lastLink = last.AsSpan().ContainsAnyExcept((byte)0) ? Convert.ToBase64String(last) : CheckpointBody.NoLink;
        if (isFirst)
        {
            edge.Begin(since = size, peaks);
            head.CopyTo(entry.AsSpan(Head));
            link = lastLink;
            while (ahead.TryPeek(out var anchor) && anchor.Size < size) ahead.Dequeue(); // they speak of entries that are not here
            MeetAnchors();
        }
        else if (size != edge.Size || !head.AsSpan().SequenceEqual(entry.AsSpan(Head, HashLength)) || lastLink != link || !peaks.AsSpan().SequenceEqual(edge.Peaks()))
        {
            throw new BrokenLogException($"a file goes on behind {size} entries of another log than the one that ends at {edge.Size}");
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
        stored.CopyTo(entry.AsSpan(Head));
        edge.Add(stored);
        MeetAnchors();
    }

    void Checkpoint(LogFile file)
    {
        var body = Text(file);
        checkpoints++;
        signed++;
        Signed(body, file.Take(SignatureLength).ToArray(), CheckpointBody.Checkpoint, $"the checkpoint at {edge.Size}");
        if (CheckpointBody.Line(body, "previous") != link) Problem($"the checkpoint at {edge.Size} does not follow the one before");
        link = CheckpointBody.Link(body);
    }

    void MeetAnchors()
    {
        while (ahead.TryPeek(out var anchor) && anchor.Size == edge.Size)
        {
            ahead.Dequeue();
            met++;
            Signed(anchor.Body, anchor.Signature, CheckpointBody.Checkpoint, $"the anchor at {anchor.Size}");
        }
    }

    void Signed(string body, byte[] signature, string kind, string what)
    {
        if (keys is not null && !keys.Verify(body, signature)) Problem($"the signature of {what} is not of a key you trust");
        if (CheckpointBody.Line(body, "tenant", kind) != $"{tenant:D}" || CheckpointBody.Line(body, "size", kind) != $"{edge.Size}") Problem($"{what} was signed for another log or size");
        else if (CheckpointBody.Line(body, "root", kind) != Convert.ToBase64String(edge.Root())) Problem($"{what} was signed for other entries: the log was rewritten");
    }

    static string Text(LogFile file) => Encoding.UTF8.GetString(file.Take(file.Number()));

    void Problem(string what)
    {
        if (problems.Count < MostProblems) problems.Add(what);
    }
}
