using System.Buffers.Binary;
using System.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Audit;

/// <summary>Writes the log, or one month of it, as a file anybody can verify without us; docs/guides/audit.md describes it to the byte.</summary>
public sealed class EvidenceFile(Stream to)
{
    internal const byte Entry = (byte)'E';
    internal const byte Checkpoint = (byte)'C';
    internal const byte Sealed = (byte)'S';
    internal const byte Ending = (byte)'.';
    const int Buffer = 1 << 16;
    const int EndingLength = 1 + sizeof(long);

    static ReadOnlySpan<byte> FromItsFirstEntry => "ISAUDIT1"u8;

    internal static ReadOnlySpan<byte> Later => "ISAUDIT2"u8;

    /// <summary>Asks for stretch after stretch from the first entry on and writes them, as long as there are more.</summary>
    public async Task Write(Func<long, Task<ReadEvidence.Stretch>> next, CancellationToken ct)
    {
        var first = await next(0);
        await Begin(first.Tenant, LogState.Start, null, ct);
        await End(await Write(first, 0, next, ct), ct);
    }

    /// <summary>The beginning: the company, and where a link is given, be it zeros, what the log was before and the SHA-256 of its last checkpoint.</summary>
    public async Task Begin(TenantId tenant, LogState before, byte[]? link, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        bytes.Write(link is null ? FromItsFirstEntry : Later);
        bytes.Write(tenant.Value.ToByteArray(bigEndian: true));
        if (link is not null)
        {
            Long(bytes, before.Size);
            bytes.Write(before.Head);
            bytes.Write(link);
            bytes.Write(before.Frontier);
        }

        await to.WriteAsync(bytes.ToArray(), ct);
    }

    /// <summary>This stretch and those behind it; answers how many entries the log has there.</summary>
    public async Task<long> Write(ReadEvidence.Stretch stretch, long last, Func<long, Task<ReadEvidence.Stretch>> next, CancellationToken ct)
    {
        while (true)
        {
            await to.WriteAsync(Bytes(stretch), ct);
            if (stretch.Entries.Count > 0) last = stretch.Entries[^1].Seq;
            if (stretch.IsLast) return last;
            stretch = await next(last);
        }
    }

    /// <summary>What was signed over the state of the log where a month ended.</summary>
    public async Task Seal(SignedCheckpoint seal, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        Signed(bytes, Sealed, seal);
        await to.WriteAsync(bytes.ToArray(), ct);
    }

    /// <summary>The parts of an archived month as they stand in its file, without its own beginning and end.</summary>
    public async Task Copy(Stream month, LogState before, CancellationToken ct)
    {
        var beginning = Later.Length + 16 + sizeof(long) + 2 * LogState.Start.Head.Length + before.Frontier.Length;
        month.Position = beginning;
        var (rest, buffer) = (month.Length - beginning - EndingLength, new byte[Buffer]);
        while (rest > 0)
        {
            var read = await month.ReadAsync(buffer.AsMemory(0, (int)Math.Min(rest, buffer.Length)), ct);
            if (read == 0) throw new EndOfStreamException("An archived month is cut short.");
            await to.WriteAsync(buffer.AsMemory(0, read), ct);
            rest -= read;
        }
    }

    /// <summary>The end: how many entries the log has there.</summary>
    public async Task End(long size, CancellationToken ct)
    {
        var bytes = new MemoryStream();
        bytes.WriteByte(Ending);
        Long(bytes, size);
        await to.WriteAsync(bytes.ToArray(), ct);
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
            foreach (var checkpoint in checkpoints[entry.Seq]) Signed(bytes, Checkpoint, checkpoint);
        }

        return bytes.ToArray();
    }

    static void Signed(MemoryStream to, byte kind, SignedCheckpoint signed)
    {
        var body = Encoding.UTF8.GetBytes(signed.Body);
        to.WriteByte(kind);
        Number(to, body.Length);
        to.Write(body);
        to.Write(signed.Signature);
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
