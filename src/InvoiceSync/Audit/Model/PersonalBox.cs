using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Audit.Model;

/// <summary>One personal value under a person's key: nonce (12), tag (16), cipher text. It opens only in the entry and field it was sealed for.</summary>
static class PersonalBox
{
    const int Nonce = 12;
    const int Tag = 16;
    const int MarkLength = 16;

    public static byte[] Seal(byte[] key, string value, Guid entry, string field)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        var box = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(0, Nonce), plain, box.AsSpan(Nonce + Tag), box.AsSpan(Nonce, Tag), Place(entry, field));
        return box;
    }

    /// <summary>The value; null when the box is not what this key sealed for this place.</summary>
    public static string? Open(byte[] key, ReadOnlySpan<byte> box, Guid entry, string field)
    {
        if (box.Length < Nonce + Tag) return null;
        var plain = new byte[box.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        try
        {
            aes.Decrypt(box[..Nonce], box[(Nonce + Tag)..], box.Slice(Nonce, Tag), plain, Place(entry, field));
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }

        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Equal for equal addresses of one person, and of no use to whoever lacks the key.</summary>
    public static byte[] Mark(byte[] key, string address) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"address {address}"))[..MarkLength];

    static byte[] Place(Guid entry, string field) => Encoding.UTF8.GetBytes($"{entry:N} {field}");
}
