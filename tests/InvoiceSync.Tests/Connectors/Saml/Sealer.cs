using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Encrypts an assertion as a provider does; each part can be replaced by a bad one.</summary>
sealed record Sealer
{
    const string Xenc = "http://www.w3.org/2001/04/xmlenc#";
    const string Xenc11 = "http://www.w3.org/2009/xmlenc11#";

    public RSA Key { get; init; } = Keys.Sp.GetRSAPublicKey()!;

    public RSAEncryptionPadding Padding { get; init; } = RSAEncryptionPadding.OaepSHA1;

    public string Transport { get; init; } = $"<xenc:EncryptionMethod Algorithm=\"{Xenc}rsa-oaep-mgf1p\"/>";

    public string Method { get; init; } = Xenc11 + "aes256-gcm";

    public int KeyBytes { get; init; } = 32;

    public bool ChainedBlocks { get; init; }

    public int KeyCopies { get; init; } = 1;

    public bool KeyBeside { get; init; }

    public Func<string, string> Value { get; init; } = base64 => $"<xenc:CipherValue>{base64}</xenc:CipherValue>";

    public string Seal(string assertion)
    {
        var secret = RandomNumberGenerator.GetBytes(KeyBytes);
        var plain = Encoding.UTF8.GetBytes(assertion);
        var box = ChainedBlocks ? Chained(secret, plain) : Counted(secret, plain);
        var key = string.Concat(Enumerable.Repeat($"""
            <xenc:EncryptedKey>{Transport}<xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(Key.Encrypt(secret, Padding))}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey>
            """, KeyCopies));
        return $"""
            <saml:EncryptedAssertion xmlns:xenc="{Xenc}" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedData Type="{Xenc}Element"><xenc:EncryptionMethod Algorithm="{Method}"/><ds:KeyInfo>{(KeyBeside ? "" : key)}</ds:KeyInfo><xenc:CipherData>{Value(Convert.ToBase64String(box))}</xenc:CipherData></xenc:EncryptedData>{(KeyBeside ? key : "")}</saml:EncryptedAssertion>
            """;
    }

    static byte[] Counted(byte[] secret, byte[] plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(secret, 16);
        aes.Encrypt(nonce, plain, cipher, tag);
        return [.. nonce, .. cipher, .. tag];
    }

    static byte[] Chained(byte[] secret, byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = secret;
        return [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV)];
    }
}
