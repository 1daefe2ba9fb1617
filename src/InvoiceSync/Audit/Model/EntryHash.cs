using System.Buffers.Binary;
using System.Security.Cryptography;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>The hash that links an entry, over the bytes docs/guides/audit.md describes; with its leading zero also the leaf of the Merkle tree.</summary>
static class EntryHash
{
    public const int Length = 32;
    const int Header = 70;
    const byte Leaf = 0;
    const byte Version = 1;

    public static readonly byte[] Genesis = new byte[Length];

    public static byte[] Of(TenantId tenant, long seq, DateTimeOffset at, ReadOnlySpan<byte> prev, ReadOnlySpan<byte> payload) =>
        SHA256.HashData(Bytes(tenant, seq, at, prev, payload));

    /// <summary>What is hashed: the zero of a leaf, then the entry.</summary>
    public static byte[] Bytes(TenantId tenant, long seq, DateTimeOffset at, ReadOnlySpan<byte> prev, ReadOnlySpan<byte> payload)
    {
        var bytes = new byte[Header + payload.Length];
        bytes[0] = Leaf;
        bytes[1] = Version;
        tenant.Value.TryWriteBytes(bytes.AsSpan(2), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(18), seq);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(26), Micros(at));
        prev.CopyTo(bytes.AsSpan(34));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(66), payload.Length);
        payload.CopyTo(bytes.AsSpan(Header));
        return bytes;
    }

    public static long Micros(DateTimeOffset at) => (at - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
