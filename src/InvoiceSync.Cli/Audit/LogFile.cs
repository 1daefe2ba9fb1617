using System.Buffers.Binary;

namespace InvoiceSync.Cli.Audit;

/// <summary>The file is not an exported log, or is cut short.</summary>
sealed class BrokenLogException(string message) : Exception(message);

/// <summary>Reads the parts of an exported log in order, without copying more than it must.</summary>
sealed class LogFile(Stream file)
{
    public const int Buffer = 1 << 16;
    public const int LargestPart = 1 << 20;

    byte[] buffer = new byte[2 * Buffer];
    int start;
    int end;

    /// <summary>The next bytes, good until the next call.</summary>
    public ReadOnlySpan<byte> Take(int length)
    {
        if (length is < 0 or > LargestPart) throw new BrokenLogException($"a part of {length} bytes is no part of a log");
        while (end - start < length) Fill(length);
        var taken = buffer.AsSpan(start, length);
        start += length;
        return taken;
    }

    public byte Byte() => Take(1)[0];

    public int Number() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    public long Long() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    public bool IsAtEnd()
    {
        if (start < end) return false;
        (start, end) = (0, file.Read(buffer, 0, Buffer));
        return end == 0;
    }

    void Fill(int wanted)
    {
        if (start + wanted > buffer.Length) Array.Resize(ref buffer, Buffer + start + wanted);
        if (start > 0) buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = file.Read(buffer, end, buffer.Length - end);
        if (read == 0) throw new BrokenLogException("the log is cut short: it does not end as it should");
        end += read;
    }
}
