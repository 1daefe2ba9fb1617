using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Access.Model;

/// <summary>
/// Codes of authenticator apps (RFC 6238): six digits of HMAC-SHA-1 over the half minutes since 1970. One half minute of
/// difference is allowed either way, as clocks and fingers differ.
/// </summary>
static class Totp
{
    const int Step = 30;
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648 base 32

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(20);

    /// <summary>The half minute whose code this is; null for a wrong code.</summary>
    public static long? StepOf(byte[] secret, string code, DateTimeOffset now)
    {
        var digits = Encoding.ASCII.GetBytes(string.Concat(code.Where(char.IsAsciiDigit)));
        if (digits.Length != 6) return null;
        var here = now.ToUnixTimeSeconds() / Step;
        long? found = null;
        for (var at = here - 1; at <= here + 1; at++)
            if (CryptographicOperations.FixedTimeEquals(digits, Encoding.ASCII.GetBytes(CodeAt(secret, at)))) found = at;
        return found;
    }

    [SuppressMessage("Security", "CA5350", Justification = "What authenticator apps compute; as a keyed hash SHA-1 is not broken.")]
    public static string CodeAt(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[19] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What the QR code says.</summary>
    public static string Address(byte[] secret, string email) =>
        $"otpauth://totp/InvoiceSync:{Uri.EscapeDataString(email)}?secret={Base32(secret)}&issuer=InvoiceSync";

    public static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        for (int at = 0, bits = 0, held = 0; at < bytes.Length || bits > 0;)
        {
            if (bits < 5 && at < bytes.Length) (held, bits) = ((held << 8 | bytes[at++]) & 0xFFFF, bits + 8);
            var take = Math.Min(5, bits);
            text.Append(Alphabet[held >> (bits - take) << (5 - take) & 31]);
            bits -= take;
        }

        return text.ToString();
    }
}
