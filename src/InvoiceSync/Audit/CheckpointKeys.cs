using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Audit;

/// <summary>
/// The ECDSA P-256 keys of checkpoints, never in the database. The first signs; those it replaced still verify what they
/// signed. A key is named by the first 16 hex digits of the SHA-256 of its public part.
/// </summary>
public sealed class CheckpointKeys(IReadOnlyList<ECDsa> keys)
{
    const int NameLength = 16;
    const int P256 = 256;

    public string KeyId => NameOf(keys[0]);

    /// <summary>The public parts in PEM, for whoever verifies.</summary>
    public string PublicPem => string.Concat(keys.Select(k => k.ExportSubjectPublicKeyInfoPem() + "\n"));

    internal byte[] Sign(string body) => keys[0].SignData(Encoding.UTF8.GetBytes(body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    internal bool Verify(string body, byte[] signature, string keyId) =>
        keys.FirstOrDefault(k => NameOf(k) == keyId) is { } key
        && key.VerifyData(Encoding.UTF8.GetBytes(body), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    static string NameOf(ECDsa key) => key.KeySize == P256
        ? Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()))[..NameLength]
        : throw new ArgumentException("A key of checkpoints is on the curve P-256.");
}
