using System.Buffers.Binary;
using System.Buffers.Text;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting;

/// <summary>A page key as callers carry it: 24 bytes in base64url that mean nothing to them.</summary>
static class PageCursor
{
    const int Size = 8 + 16;

    public static string Write(PageKey key)
    {
        Span<byte> bytes = stackalloc byte[Size];
        BinaryPrimitives.WriteInt64BigEndian(bytes, key.At.UtcTicks);
        key.Id.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static PageKey? Read(string text)
    {
        Span<byte> bytes = stackalloc byte[Size];
        if (text.Length != Base64Url.GetEncodedLength(Size) || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Size) return null;
        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        // Years no database holds would be a bug's or a prankster's.
        if (ticks < DateTimeOffset.UnixEpoch.Ticks || ticks > DateTimeOffset.MaxValue.Ticks) return null;
        return new(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes[8..], bigEndian: true));
    }
}
