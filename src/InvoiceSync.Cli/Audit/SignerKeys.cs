using System.Security.Cryptography;
using System.Text;
using InvoiceSync.Cli.Shell;

namespace InvoiceSync.Cli.Audit;

/// <summary>The public keys somebody trusts, several while one replaces another.</summary>
sealed class SignerKeys(IReadOnlyList<ECDsa> keys)
{
    const string End = "-----END PUBLIC KEY-----";

    public static SignerKeys Read(string pem)
    {
        var keys = new List<ECDsa>();
        foreach (var part in pem.Split(End, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var key = ECDsa.Create();
            try
            {
                key.ImportFromPem(part + "\n" + End);
            }
            catch (Exception wrong) when (wrong is ArgumentException or CryptographicException)
            {
                throw new UsageException("--key is a file of public keys in PEM, as the portal gives them.");
            }

            keys.Add(key);
        }

        return keys.Count > 0 ? new(keys) : throw new UsageException("--key holds no public key.");
    }

    public bool Verify(string body, byte[] signature) =>
        keys.Any(k => k.VerifyData(Encoding.UTF8.GetBytes(body), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
}
