using System.Numerics;

namespace InvoiceSync.Audit.Model;

/// <summary>
/// The audit path of one leaf (RFC 6962, 2.1.1) in a tree of which the whole subtrees up to some size are known by their roots,
/// and the leaves from there on one by one. Works because what lies left of the leaf is always made of those whole subtrees.
/// </summary>
sealed class MerklePath
{
    readonly long known;
    readonly IReadOnlyList<byte[]> leaves;
    readonly Dictionary<long, byte[]> subtrees = [];

    public MerklePath(LogState before, IReadOnlyList<byte[]> leaves)
    {
        (known, this.leaves) = (before.Size, leaves);
        long at = 0;
        foreach (var (index, peak) in before.Frontier.Chunk(EntryHash.Length).Index())
        {
            subtrees[at] = peak;
            at += Width(before.Size, index);
        }
    }

    long Size => known + leaves.Count;

    /// <summary>The siblings of leaf number index (from 0) on its way to the root, the nearest first.</summary>
    public IReadOnlyList<byte[]> Of(long index)
    {
        var path = new List<byte[]>();
        var (low, high) = (0L, Size);
        while (high - low > 1)
        {
            var middle = low + Split(high - low);
            if (index < middle)
            {
                path.Insert(0, Root(middle, high));
                high = middle;
            }
            else
            {
                path.Insert(0, Root(low, middle));
                low = middle;
            }
        }

        return path;
    }

    byte[] Root(long low, long high)
    {
        if (high <= known) return subtrees[low];
        if (high - low == 1) return leaves[(int)(low - known)];
        var middle = low + Split(high - low);
        return Frontier.Join(Root(low, middle), Root(middle, high));
    }

    // The largest power of two below the number of leaves.
    static long Split(long count) => (long)(BitOperations.RoundUpToPowerOf2((ulong)count) / 2);

    // The one-bits of a size, largest first, are the widths of its whole subtrees.
    static long Width(long size, int index)
    {
        for (var bit = 62; bit >= 0; bit--)
            if ((size >> bit & 1) == 1 && index-- == 0) return 1L << bit;
        throw new InvalidDataException("There are more subtrees than the size has bits.");
    }
}
