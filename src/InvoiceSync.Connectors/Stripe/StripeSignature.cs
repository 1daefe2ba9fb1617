using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// The Stripe-Signature header: t=seconds,v1=hex[,v1=hex…]. Signed is t + "." + the raw body, HMAC-SHA256 under the whole
/// secret, whsec_ included. While a secret is rolled there is one v1 for each; any that fits will do. Other schemes count nothing.
/// </summary>
static class StripeSignature
{
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    const int LongestHeader = 4096;
    const int HexLength = 2 * HMACSHA256.HashSizeInBytes;

    public static HookVerdict Verify(
        ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets, DateTimeOffset now, TimeSpan tolerance)
    {
        if (string.IsNullOrEmpty(header) || header.Length > LongestHeader || Timestamp(header) is not { Length: > 0 } stamp)
            return HookVerdict.SignatureMissing;
        if (!long.TryParse(stamp, out var seconds)) return HookVerdict.SignatureMissing;
        if (!AnyFits(body, header, stamp, secrets)) return HookVerdict.SignatureWrong;

        if (tolerance == TimeSpan.Zero) return HookVerdict.Genuine;
        var age = now.ToUnixTimeSeconds() - seconds;
        if (age > tolerance.TotalSeconds) return HookVerdict.TooOld;

        // Stripe's own clients accept any future time. A far one is only good for replaying later, so we refuse it.
        return age < -tolerance.TotalSeconds ? HookVerdict.FromTheFuture : HookVerdict.Genuine;
    }

    static bool AnyFits(ReadOnlySpan<byte> body, ReadOnlySpan<char> header, ReadOnlySpan<char> stamp, IReadOnlyList<string> secrets)
    {
        Span<byte> expected = stackalloc byte[HexLength];
        Span<byte> offered = stackalloc byte[HexLength];
        var fits = false;
        foreach (var secret in secrets)
        {
            Sign(body, stamp, secret, expected);
            foreach (var part in header.Split(','))
            {
                var item = header[part];
                if (!item.StartsWith("v1=", StringComparison.Ordinal) || item.Length != 3 + HexLength) continue;
                if (Ascii.FromUtf16(item[3..], offered, out _) != OperationStatus.Done) continue;
                fits |= CryptographicOperations.FixedTimeEquals(expected, offered);
            }
        }

        return fits;
    }

    static void Sign(ReadOnlySpan<byte> body, ReadOnlySpan<char> stamp, string secret, Span<byte> hex)
    {
        Span<byte> prefix = stackalloc byte[32];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var length = Encoding.ASCII.GetBytes(stamp, prefix);
        prefix[length] = (byte)'.';

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(prefix[..(length + 1)]);
        hmac.AppendData(body);
        hmac.GetHashAndReset(hash);
        Convert.TryToHexStringLower(hash, hex, out _);
    }

    // Not trimmed on purpose: " t" is another key to the official clients as well.
    static ReadOnlySpan<char> Timestamp(ReadOnlySpan<char> header)
    {
        foreach (var part in header.Split(','))
        {
            var item = header[part];
            if (item.StartsWith("t=", StringComparison.Ordinal) && item.Length is > 2 and <= 22) return item[2..];
        }

        return [];
    }
}
