using System.Security.Cryptography;

namespace InvoiceSync.Cli.Audit;

/// <summary>Roots of the whole subtrees of an RFC 6962 tree, kept in one block: slot n holds a subtree of 2^n leaves while that bit of the size is set.</summary>
sealed class MerkleEdge
{
    const int HashLength = 32;
    const int Slots = 63;

    readonly byte[] whole = new byte[Slots * HashLength];
    readonly byte[] pair = new byte[1 + 2 * HashLength];

    public MerkleEdge() => pair[0] = 1;

    public long Size { get; private set; }

    /// <summary>Starts behind this many leaves, of which only the roots of whole subtrees are told, largest first.</summary>
    public void Begin(long size, ReadOnlySpan<byte> peaks)
    {
        Size = size;
        for (var slot = Slots - 1; slot >= 0; slot--)
        {
            if ((size >> slot & 1) == 0) continue;
            peaks[..HashLength].CopyTo(Slot(slot));
            peaks = peaks[HashLength..];
        }
    }

    public byte[] Peaks()
    {
        var peaks = new List<byte>();
        for (var slot = Slots - 1; slot >= 0; slot--)
            if ((Size >> slot & 1) == 1) peaks.AddRange(Slot(slot));
        return [.. peaks];
    }

    public void Add(ReadOnlySpan<byte> leaf)
    {
        Span<byte> node = stackalloc byte[HashLength];
        leaf.CopyTo(node);
        var slot = 0;
        for (; (Size >> slot & 1) == 1; slot++) Join(Slot(slot), node, node);
        node.CopyTo(Slot(slot));
        Size++;
    }

    public byte[] Root()
    {
        if (Size == 0) return SHA256.HashData([]);
        var root = new byte[HashLength];
        var isEmpty = true;
        for (var slot = 0; slot < Slots; slot++)
        {
            if ((Size >> slot & 1) == 0) continue;
            if (isEmpty) Slot(slot).CopyTo(root);
            else Join(Slot(slot), root, root);
            isEmpty = false;
        }

        return root;
    }

    void Join(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> into)
    {
        left.CopyTo(pair.AsSpan(1));
        right.CopyTo(pair.AsSpan(1 + HashLength));
        SHA256.HashData(pair, into);
    }

    Span<byte> Slot(int slot) => whole.AsSpan(slot * HashLength, HashLength);
}
