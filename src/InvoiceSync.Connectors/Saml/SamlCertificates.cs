using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Certificates as PEM text. They are pins, not trust chains: what counts is the key in them and that an administrator put them there.</summary>
public static class SamlCertificates
{
    const int LeastRsaBits = 2048;

    // RSA with SHA-1 or MD5, the older name of the first, and ECDSA with SHA-1.
    static readonly string[] OldHashes = ["1.2.840.113549.1.1.5", "1.2.840.113549.1.1.4", "1.3.14.3.2.29", "1.2.840.10045.4.1"];

    /// <summary>The certificates of a text, none when it does not hold any that can be read.</summary>
    public static IReadOnlyList<X509Certificate2> Read(string pem)
    {
        try
        {
            var found = new X509Certificate2Collection();
            found.ImportFromPem(pem);
            return [.. found.DistinctBy(c => c.Thumbprint)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }

    public static string Write(IEnumerable<X509Certificate2> certificates) => string.Join('\n', certificates.Select(c => c.ExportCertificatePem()));

    /// <summary>RSA of 2048 bits or more, or one of the three curves of NIST; and not signed with a hash that is broken.</summary>
    public static bool IsStrong(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        using var curve = certificate.GetECDsaPublicKey();
        return (rsa?.KeySize >= LeastRsaBits || curve is not null && SignatureMethod.IsKnownCurve(curve)) && !OldHashes.Contains(certificate.SignatureAlgorithm.Value);
    }
}
