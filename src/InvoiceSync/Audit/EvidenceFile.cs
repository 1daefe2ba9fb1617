using System.Buffers.Binary;
using System.Text;

namespace InvoiceSync.Audit;

/// <summary>Writes the log as a file anybody can verify without us; docs/guides/audit.md describes it to the byte.</summary>
public sealed class EvidenceFile(Stream to)
{
    const byte Entry = (byte)'E';
    const byte Checkpoint = (byte)'C';
    const byte End = (byte)'.';

    /// <summary>Asks for stretch after stretch and writes them, as long as there are more.</summary>
    public async Task Write(Func<long, Task<ReadEvidence.Stretch>> next, CancellationToken ct)
    {
        var stretch = await next(0);
        await to.WriteAsync("ISAUDIT1"u8.ToArray(), ct);
        await to.WriteAsync(stretch.Tenant.Value.ToByteArray(bigEndian: true), ct);
        long last = 0;
        while (true)
        {
            await to.WriteAsync(Bytes(stretch), ct);
            if (stretch.Entries.Count > 0) last = stretch.Entries[^1].Seq;
            if (stretch.IsLast) break;
            stretch = await next(last);
        }

        await to.WriteAsync(Ending(last), ct);
    }

    static byte[] Bytes(ReadEvidence.Stretch stretch)
    {
        var bytes = new MemoryStream();
        var checkpoints = stretch.Checkpoints.ToLookup(c => c.Size);
        foreach (var entry in stretch.Entries)
        {
            bytes.WriteByte(Entry);
            Number(bytes, entry.Payload.Length);
            Long(bytes, (entry.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
            bytes.Write(entry.Payload);
            bytes.Write(entry.Hash);
            foreach (var checkpoint in checkpoints[entry.Seq])
            {
                var body = Encoding.UTF8.GetBytes(checkpoint.Body);
                bytes.WriteByte(Checkpoint);
                Number(bytes, body.Length);
                bytes.Write(body);
                bytes.Write(checkpoint.Signature);
            }
        }

        return bytes.ToArray();
    }

    static byte[] Ending(long last)
    {
        var bytes = new MemoryStream();
        bytes.WriteByte(End);
        Long(bytes, last);
        return bytes.ToArray();
    }

    static void Number(MemoryStream to, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        to.Write(bytes);
    }

    static void Long(MemoryStream to, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        to.Write(bytes);
    }
}
