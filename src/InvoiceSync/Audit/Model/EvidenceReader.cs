using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit.Model;

/// <summary>A piece of an evidence file: an entry, or a text that was signed at this place.</summary>
sealed record EvidencePart(ChainEntry? Entry, SignedCheckpoint? Signed, bool IsSeal);

/// <summary>Reads back what EvidenceFile wrote of a month: where it begins, then its parts in order. It judges nothing.</summary>
sealed class EvidenceReader(Stream stream) : IAsyncDisposable
{
    const int LargestPart = 1 << 20;
    const int Buffer = 1 << 16;
    const int SignatureLength = 64;

    readonly BufferedStream file = new(stream, Buffer);

    public TenantId Tenant { get; private set; }

    public LogState Start { get; private set; } = LogState.Start;

    /// <summary>How many entries the log has where the file ends, as the file says.</summary>
    public long End { get; private set; }

    public async Task<EvidenceReader> Begin(CancellationToken ct)
    {
        if (!(await Take(EvidenceFile.Later.Length, ct)).AsSpan().SequenceEqual(EvidenceFile.Later)) throw new InvalidDataException("This is no archived month of an audit log.");
        Tenant = new(new Guid(await Take(16, ct), bigEndian: true));
        var size = await Long(ct);
        var head = await Take(EntryHash.Length, ct);
        await Take(EntryHash.Length, ct);
        Start = new(size, head, await Take(BitOperations.PopCount((ulong)size) * EntryHash.Length, ct));
        return this;
    }

    public async IAsyncEnumerable<EvidencePart> Parts([EnumeratorCancellation] CancellationToken ct)
    {
        var (seq, head) = (Start.Size, Start.Head);
        while (true)
        {
            var kind = (await Take(1, ct))[0];
            switch (kind)
            {
                case EvidenceFile.Entry:
                    var entry = await Entry(++seq, head, ct);
                    head = entry.Hash;
                    yield return new(entry, null, false);
                    break;
                case EvidenceFile.Checkpoint or EvidenceFile.Sealed:
                    var body = Encoding.UTF8.GetString(await Take(await Number(ct), ct));
                    yield return new(null, new(Tenant, seq, body, await Take(SignatureLength, ct)), kind == EvidenceFile.Sealed);
                    break;
                case EvidenceFile.Ending:
                    End = await Long(ct);
                    if (file.ReadByte() >= 0) throw new InvalidDataException("Something stands behind the end of the file.");
                    yield break;
                default:
                    throw new InvalidDataException($"Behind entry {seq} stands something that is no part of a log.");
            }
        }
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();

    async ValueTask<ChainEntry> Entry(long seq, byte[] prev, CancellationToken ct)
    {
        var length = await Number(ct);
        var at = DateTimeOffset.UnixEpoch.AddTicks(await Long(ct) * TimeSpan.TicksPerMicrosecond);
        var payload = await Take(length, ct);
        return PayloadReader.Entry(Tenant, seq, at, payload, prev, await Take(EntryHash.Length, ct));
    }

    async ValueTask<int> Number(CancellationToken ct) => BinaryPrimitives.ReadInt32BigEndian(await Take(sizeof(int), ct));

    async ValueTask<long> Long(CancellationToken ct) => BinaryPrimitives.ReadInt64BigEndian(await Take(sizeof(long), ct));

    async ValueTask<byte[]> Take(int length, CancellationToken ct)
    {
        if (length is < 0 or > LargestPart) throw new InvalidDataException($"A part of {length} bytes is no part of a log.");
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, ct);
        return bytes;
    }
}
