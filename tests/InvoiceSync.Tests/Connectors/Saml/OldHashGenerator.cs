using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Signs certificates with SHA-1, which the framework no longer does by itself.</summary>
sealed class OldHashGenerator(RSA key) : X509SignatureGenerator
{
    // sha1WithRSAEncryption, 1.2.840.113549.1.1.5, with NULL parameters.
    static readonly byte[] Sha1WithRsa = Convert.FromHexString("300D06092A864886F70D0101050500");

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => Sha1WithRsa;

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);

    protected override PublicKey BuildPublicKey() => new(key);
}
