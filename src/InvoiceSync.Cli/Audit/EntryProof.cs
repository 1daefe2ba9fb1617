using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>The proof of one entry as the portal gives it: the entry as hashed, its audit path, and what was signed over the tree.</summary>
sealed record EntryProof(byte[] Bytes, long Size, IReadOnlyList<byte[]> Path, string Checkpoint, byte[] Signature)
{
    const int Header = 69;
    const int HashLength = 32;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static EntryProof Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<EntryProof>(text, Json) is { Bytes.Length: >= Header, Path: not null, Checkpoint: not null, Signature: not null } proof
                ? proof
                : throw new UsageException("This is no proof of an entry: it lacks bytes, path, checkpoint or signature.");
        }
        catch (JsonException)
        {
            throw new UsageException("A proof is a file of JSON, as GET /api/audit/{id}/proof answers it.");
        }
    }

    public Guid Tenant => new(Bytes.AsSpan(1, 16), bigEndian: true);

    public long Seq => BinaryPrimitives.ReadInt64BigEndian(Bytes.AsSpan(17));

    public DateTimeOffset At => DateTimeOffset.UnixEpoch.AddTicks(BinaryPrimitives.ReadInt64BigEndian(Bytes.AsSpan(25)) * TimeSpan.TicksPerMicrosecond);

    /// <summary>A readable field of the entry, by its number in the guide.</summary>
    public string Field(int number)
    {
        var at = Header;
        for (var field = 0; at + sizeof(int) <= Bytes.Length; field++)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(at));
            at += sizeof(int);
            if (length < 0 || length > Bytes.Length - at) break;
            if (field == number) return Encoding.UTF8.GetString(Bytes, at, length);
            at += length;
        }

        return "?";
    }

    /// <summary>Everything that is wrong; nothing when the entry is the one that was sealed.</summary>
    public IReadOnlyList<string> Problems(SignerKeys keys)
    {
        var problems = new List<string>();
        if (!keys.Verify(Checkpoint, Signature)) problems.Add("the signature is not of a key you trust");
        if (Line("tenant") != $"{Tenant:D}") problems.Add("the checkpoint is of another company's log");
        if (!long.TryParse(Line("size"), out var size) || size != Size) problems.Add("the tree has another size than the one that was signed");
        else if (Seq < 1 || Seq > size) problems.Add("the checkpoint does not reach as far as this entry");
        else if (Root(Seq - 1, size) is not { } root || Line("root") != Convert.ToBase64String(root)) problems.Add("the path does not lead from this entry to the root that was signed");
        return problems;
    }

    string? Line(string name) => CheckpointBody.Line(Checkpoint, name) ?? CheckpointBody.Line(Checkpoint, name, CheckpointBody.Seal);

    // RFC 9162, 2.1.3.2: up the tree, joining from the right while the leaf is on the right edge. Null when the path has another length than such a tree.
    byte[]? Root(long leaf, long size)
    {
        var (hash, last) = (SHA256.HashData([0, .. Bytes]), size - 1);
        foreach (var sibling in Path)
        {
            if (last == 0 || sibling.Length != HashLength) return null;
            if ((leaf & 1) == 1 || leaf == last)
            {
                hash = Join(sibling, hash);
                var up = (leaf & 1) == 1 ? 0 : BitOperations.TrailingZeroCount(leaf);
                (leaf, last) = (leaf >> up, last >> up);
            }
            else
            {
                hash = Join(hash, sibling);
            }

            (leaf, last) = (leaf >> 1, last >> 1);
        }

        return last == 0 ? hash : null;
    }

    static byte[] Join(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
