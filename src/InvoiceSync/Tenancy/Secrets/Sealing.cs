using System.Security.Cryptography;

namespace InvoiceSync.Tenancy.Secrets;

/// <summary>AES-256-GCM with a random nonce: version, nonce (12), tag (16), cipher text. The context binds it to one place: moved, it does not open.</summary>
static class Sealing
{
    const byte Version = 1;
    const int Nonce = 12;
    const int Tag = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> secret, ReadOnlySpan<byte> context)
    {
        var box = new byte[1 + Nonce + Tag + secret.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(nonce, secret, box.AsSpan(1 + Nonce + Tag), box.AsSpan(1 + Nonce, Tag), context);
        return box;
    }

    public static byte[] Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < 1 + Nonce + Tag || box[0] != Version) throw new CryptographicException("Not a sealed secret.");
        var secret = new byte[box.Length - 1 - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box.Slice(1, Nonce), box[(1 + Nonce + Tag)..], box.Slice(1 + Nonce, Tag), secret, context);
        return secret;
    }
}
