using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Access.Model;

/// <summary>The certificates in a setting, as text for people and dates for alarms.</summary>
static class SamlPins
{
    /// <summary>None when the text cannot be read: it is not usable for signing in either, and that is said there.</summary>
    public static IReadOnlyList<X509Certificate2> Read(string? pem)
    {
        if (string.IsNullOrEmpty(pem)) return [];
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPem(pem);
            return [.. found];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    /// <summary>As providers show it, to be compared by eye: SHA-256 in pairs.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHashString(HashAlgorithmName.SHA256).Chunk(2).Select(pair => new string(pair)));
}
