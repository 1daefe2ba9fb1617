using System.Security.Cryptography;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Teaches the framework's signer to sign with a curve, which it does not know by itself: only the value is made here, all else is its own writing.</summary>
public abstract class CurveDescription(HashAlgorithmName hash, HashAlgorithm digest) : SignatureDescription
{
    public const string Prefix = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-";

    public static void Teach()
    {
        CryptoConfig.AddAlgorithm(typeof(Sha256), $"{Prefix}sha256");
        CryptoConfig.AddAlgorithm(typeof(Sha384), $"{Prefix}sha384");
        CryptoConfig.AddAlgorithm(typeof(Sha512), $"{Prefix}sha512");
    }

    public override HashAlgorithm CreateDigest() => digest;

    public override AsymmetricSignatureFormatter CreateFormatter(AsymmetricAlgorithm key) => new Formatter((ECDsa)key);

    public override string ToString() => hash.Name!;

    public sealed class Sha256() : CurveDescription(HashAlgorithmName.SHA256, SHA256.Create());

    public sealed class Sha384() : CurveDescription(HashAlgorithmName.SHA384, SHA384.Create());

    public sealed class Sha512() : CurveDescription(HashAlgorithmName.SHA512, SHA512.Create());

    sealed class Formatter(ECDsa key) : AsymmetricSignatureFormatter
    {
        public override byte[] CreateSignature(byte[] rgbHash) => key.SignHash(rgbHash);

        public override void SetHashAlgorithm(string strName)
        {
            // The digest is made by the description.
        }

        public override void SetKey(AsymmetricAlgorithm key)
        {
            // Given when it was made.
        }
    }
}
