using System.Security.Cryptography;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// Opens an encrypted assertion by hand: RSA-OAEP for the key, AES-GCM for the content, nothing else. EncryptedXml would
/// follow references, and CBC or PKCS#1 v1.5 would let a stranger find the plain text by asking often enough.
/// </summary>
static class EncryptedAssertion
{
    const string Oaep = SamlNames.Encryption + "rsa-oaep-mgf1p";
    const string Oaep11 = SamlNames.Encryption11 + "rsa-oaep";
    const int NonceBytes = 12;
    const int TagBytes = 16;

    public static XmlElement Open(XmlElement encrypted, IReadOnlyList<byte[]> keys)
    {
        try
        {
            var data = Single(encrypted, "EncryptedData", SamlNames.Encryption);
            var size = KeyBytes(Method(data));
            var key = EncryptedKey(encrypted, data);
            var padding = Padding(Single(key, "EncryptionMethod", SamlNames.Encryption));
            var (wrapped, box) = (Cipher(key), Cipher(data));
            foreach (var own in keys)
                if (Unwrapped(own, wrapped, padding, size) is { } secret)
                    return Read(Plain(secret, box));
        }
        // Every failure looks the same from here on: padding, key, tag, or what was inside.
        catch (Exception failed) when (failed is CryptographicException or SamlRefusedException or FormatException)
        {
            throw new SamlRefusedException(SamlFault.NotDecrypted);
        }

        throw new SamlRefusedException(SamlFault.NotDecrypted);
    }

    static XmlElement Read(byte[] plain)
    {
        var assertion = StrictXml.Read(plain).DocumentElement!;
        MessageShape.CheckAlone(assertion);
        return assertion;
    }

    // Beside the data or inside its KeyInfo, and only one of them: fifty keys are fifty RSA operations for free.
    static XmlElement EncryptedKey(XmlElement encrypted, XmlElement data)
    {
        var info = data.Only("KeyInfo", SamlNames.Signature, SamlFault.NotDecrypted);
        var keys = (info?.Named("EncryptedKey", SamlNames.Encryption) ?? []).Concat(encrypted.Named("EncryptedKey", SamlNames.Encryption)).Take(2).ToList();
        SamlRefusedException.Unless(keys.Count == 1, SamlFault.NotDecrypted);
        return keys[0];
    }

    static string Method(XmlElement data) => Single(data, "EncryptionMethod", SamlNames.Encryption).GetAttribute("Algorithm");

    static int KeyBytes(string method) => method switch
    {
        SamlNames.Encryption11 + "aes128-gcm" => 16,
        SamlNames.Encryption11 + "aes192-gcm" => 24,
        SamlNames.Encryption11 + "aes256-gcm" => 32,
        _ => throw new SamlRefusedException(SamlFault.NotDecrypted),
    };

    // The classic identifier fixes MGF1 to SHA-1 and may name a digest; the newer one names both. Of those .NET's paddings
    // cover the pairs where digest and mask use one hash.
    static RSAEncryptionPadding Padding(XmlElement method)
    {
        var digest = method.Only("DigestMethod", SamlNames.Signature, SamlFault.NotDecrypted)?.GetAttribute("Algorithm") ?? SamlNames.Signature + "sha1";
        var mask = method.Only("MGF", SamlNames.Encryption11, SamlFault.NotDecrypted)?.GetAttribute("Algorithm") ?? SamlNames.Encryption11 + "mgf1sha1";
        return (method.GetAttribute("Algorithm"), digest, mask) switch
        {
            (Oaep, SamlNames.Signature + "sha1", SamlNames.Encryption11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (Oaep11, SamlNames.Signature + "sha1", SamlNames.Encryption11 + "mgf1sha1") => RSAEncryptionPadding.OaepSHA1,
            (Oaep11, SamlNames.Encryption + "sha256", SamlNames.Encryption11 + "mgf1sha256") => RSAEncryptionPadding.OaepSHA256,
            (Oaep11, SamlNames.Encryption + "sha512", SamlNames.Encryption11 + "mgf1sha512") => RSAEncryptionPadding.OaepSHA512,
            _ => throw new SamlRefusedException(SamlFault.NotDecrypted),
        };
    }

    static byte[] Cipher(XmlElement holder) =>
        SignedInfo.Bytes(Single(Single(holder, "CipherData", SamlNames.Encryption), "CipherValue", SamlNames.Encryption), SamlFault.NotDecrypted);

    static byte[]? Unwrapped(byte[] own, byte[] wrapped, RSAEncryptionPadding padding, int size)
    {
        try
        {
            using var rsa = SamlSettings.Open(own);
            var secret = rsa.Decrypt(wrapped, padding);
            return secret.Length == size ? secret : null;
        }
        catch (CryptographicException)
        {
            return null; // perhaps the other key, while keys are being rolled over
        }
    }

    static byte[] Plain(byte[] secret, byte[] box)
    {
        SamlRefusedException.Unless(box.Length > NonceBytes + TagBytes, SamlFault.NotDecrypted);
        var plain = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(secret, TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes, plain.Length), box.AsSpan(^TagBytes), plain);
        return plain;
    }

    static XmlElement Single(XmlElement parent, string name, string space) =>
        parent.Only(name, space, SamlFault.NotDecrypted) ?? throw new SamlRefusedException(SamlFault.NotDecrypted);
}
