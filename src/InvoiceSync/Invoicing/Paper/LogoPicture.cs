using System.Buffers.Binary;
using System.Security.Cryptography;
using InvoiceSync.Kernel;

namespace InvoiceSync.Invoicing.Paper;

/// <summary>A logo as uploaded: what its bytes say it is, never what its name or sender says.</summary>
static class LogoPicture
{
    public const int Largest = 256 << 10;
    const int LongestSide = 4000;

    static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    public static StoredLogo Read(byte[] bytes)
    {
        var kind = bytes.AsSpan().StartsWith(Png) ? "image/png" : bytes is [0xFF, 0xD8, 0xFF, ..] ? "image/jpeg" : null;
        var (width, height) = kind is null ? (0, 0) : kind == "image/png" ? PngSize(bytes) : JpegSize(bytes);
        Rule.Require(bytes.Length <= Largest && width is > 0 and <= LongestSide && height is > 0 and <= LongestSide, DesignErrors.LogoWrong);
        return new() { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)), Kind = kind!, Bytes = bytes };
    }

    // The header chunk comes first and has the size at 16 and 20.
    static (int Width, int Height) PngSize(ReadOnlySpan<byte> png) =>
        png.Length < 33 || !png.Slice(12, 4).SequenceEqual("IHDR"u8) ? (0, 0) : (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]));

    // Segments follow one another; the size stands in the frame header (SOF0 to SOF15 without DHT, JPG and DAC).
    static (int Width, int Height) JpegSize(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 9 < jpeg.Length && jpeg[at] == 0xFF; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]))
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return (BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 5)..]));
        return (0, 0);
    }
}
