using System.Diagnostics.CodeAnalysis;

namespace InvoiceSync.Kernel;

/// <summary>Makes, writes and reads typed keys. Keys grow with time, so new rows land at the end of an index.</summary>
public static class Ids
{
    // Crockford: no I, L, O, U, so that a key read over the telephone survives.
    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const int Length = 26;

    public static TId New<TId>(this TimeProvider time) where TId : struct, IId<TId> =>
        TId.From(Guid.CreateVersion7(time.GetUtcNow()));

    public static string ToText<TId>(this TId id) where TId : struct, IId<TId> =>
        string.Create(TId.Prefix.Length + 1 + Length, id.Value, static (text, value) =>
        {
            TId.Prefix.CopyTo(text);
            text[TId.Prefix.Length] = '_';
            var bits = new UInt128(0, 0);
            Span<byte> bytes = stackalloc byte[16];
            value.TryWriteBytes(bytes, bigEndian: true, out _);
            foreach (var b in bytes) bits = bits << 8 | b;
            for (var at = text.Length - 1; at > TId.Prefix.Length; at--, bits >>= 5) text[at] = Digits[(int)(bits & 31)];
        });

    public static bool TryParse<TId>([NotNullWhen(true)] string? text, out TId id) where TId : struct, IId<TId>
    {
        id = default;
        if (text is null || text.Length != TId.Prefix.Length + 1 + Length) return false;
        if (!text.StartsWith(TId.Prefix, StringComparison.Ordinal) || text[TId.Prefix.Length] != '_') return false;

        var digits = text.AsSpan(TId.Prefix.Length + 1);
        if (digits[0] > '7') return false; // 26 digits hold 130 bits; the first two are always zero
        var bits = new UInt128(0, 0);
        foreach (var digit in digits)
        {
            var value = Digits.IndexOf(digit, StringComparison.Ordinal);
            if (value < 0) return false;
            bits = bits << 5 | (uint)value;
        }

        Span<byte> bytes = stackalloc byte[16];
        for (var at = 15; at >= 0; at--, bits >>= 8) bytes[at] = (byte)(bits & 0xFF);
        id = TId.From(new Guid(bytes, bigEndian: true));
        return true;
    }
}
