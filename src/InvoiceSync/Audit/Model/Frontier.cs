using System.Security.Cryptography;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// The right edge of a Merkle tree (RFC 6962): the roots of its whole subtrees, largest first. It takes one more leaf, and
/// tells the root, without the leaves that are there already.
/// </summary>
sealed class Frontier
{
    const byte Node = 1;
    readonly List<byte[]> peaks = [];

    public Frontier(long size = 0, ReadOnlySpan<byte> stored = default)
    {
        Size = size;
        for (var at = 0; at < stored.Length; at += EntryHash.Length) peaks.Add(stored.Slice(at, EntryHash.Length).ToArray());
    }

    public long Size { get; private set; }

    public void Add(byte[] leaf)
    {
        var node = leaf;
        // A one in the size is a whole subtree waiting for its equal.
        for (var rest = Size; (rest & 1) == 1; rest >>= 1)
        {
            node = Join(peaks[^1], node);
            peaks.RemoveAt(peaks.Count - 1);
        }

        peaks.Add(node);
        Size++;
    }

    public byte[] Root()
    {
        if (peaks.Count == 0) return SHA256.HashData([]);
        var root = peaks[^1];
        for (var at = peaks.Count - 2; at >= 0; at--) root = Join(peaks[at], root);
        return root;
    }

    public byte[] ToBytes() => [.. peaks.SelectMany(p => p)];

    public static byte[] Join(byte[] left, byte[] right)
    {
        Span<byte> pair = stackalloc byte[1 + 2 * EntryHash.Length];
        pair[0] = Node;
        left.CopyTo(pair[1..]);
        right.CopyTo(pair[(1 + EntryHash.Length)..]);
        return SHA256.HashData(pair);
    }
}
