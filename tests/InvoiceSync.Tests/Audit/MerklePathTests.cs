using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Audit;
using InvoiceSync.Audit.Model;

namespace InvoiceSync.Tests.Audit;

/// <summary>Audit paths out of whole subtrees and leaves, against the definition of RFC 6962 §2.1.1 written out over all leaves.</summary>
public sealed class MerklePathTests
{
    const int Most = 33;

    static readonly byte[][] Leaves = [.. Enumerable.Range(0, Most).Select(n => SHA256.HashData(Encoding.UTF8.GetBytes($"{n}")))];

    [Fact]
    public void Whatever_is_known_only_by_its_subtrees_the_path_is_that_of_the_definition()
    {
        for (var size = 1; size <= Most; size++)
            for (var known = 0; known < size; known++)
            {
                var path = new MerklePath(Before(known), Leaves[known..size]);
                for (var leaf = known; leaf < size; leaf++) Assert.Equal(Path(leaf, Leaves[..size]), path.Of(leaf));
            }
    }

    static LogState Before(int known)
    {
        var frontier = new Frontier();
        foreach (var leaf in Leaves[..known]) frontier.Add(leaf);
        return new(known, known == 0 ? EntryHash.Genesis : Leaves[known - 1], frontier.ToBytes());
    }

    // PATH(m, D[n]) of the RFC: siblings from the leaf up.
    static IReadOnlyList<byte[]> Path(int leaf, byte[][] leaves)
    {
        if (leaves.Length == 1) return [];
        var left = Left(leaves.Length);
        return leaf < left
            ? [.. Path(leaf, leaves[..left]), Root(leaves[left..])]
            : [.. Path(leaf - left, leaves[left..]), Root(leaves[..left])];
    }

    static byte[] Root(byte[][] leaves)
    {
        if (leaves.Length == 1) return leaves[0];
        var left = Left(leaves.Length);
        return SHA256.HashData([1, .. Root(leaves[..left]), .. Root(leaves[left..])]);
    }

    static int Left(int count)
    {
        var left = 1;
        while (left * 2 < count) left *= 2;
        return left;
    }
}
