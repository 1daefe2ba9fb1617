using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Connectors.Saml;

/// <summary>One way to sign. It decides which kind of key counts; a message never makes a key of one kind do the work of another.</summary>
sealed record SignatureMethod(HashAlgorithmName Hash, bool OnACurve)
{
    // P-256, P-384 and P-521 by their object identifiers: a curve of 256 bits may be any.
    static readonly string[] Curves = ["1.2.840.10045.3.1.7", "1.3.132.0.34", "1.3.132.0.35"];

    /// <summary>Whether the key of a certificate is of this kind and strong enough, and if so whether it signed.</summary>
    public bool? Check(X509Certificate2 certificate, byte[] data, byte[] value, int leastRsaBits) =>
        OnACurve ? CheckCurve(certificate, data, value) : CheckRsa(certificate, data, value, leastRsaBits);

    public static bool IsKnownCurve(ECDsa key) => Curves.Contains(key.ExportParameters(includePrivateParameters: false).Curve.Oid?.Value, StringComparer.Ordinal);

    bool? CheckRsa(X509Certificate2 certificate, byte[] data, byte[] value, int leastBits)
    {
        using var key = certificate.GetRSAPublicKey();
        return key is null || key.KeySize < leastBits ? null : key.VerifyData(data, value, Hash, RSASignaturePadding.Pkcs1);
    }

    // RFC 4050 and XML Signature 1.1 §6.4.3: r and s one behind the other, each as long as the field; never DER.
    bool? CheckCurve(X509Certificate2 certificate, byte[] data, byte[] value)
    {
        using var key = certificate.GetECDsaPublicKey();
        return key is null || !IsKnownCurve(key) ? null : key.VerifyData(data, value, Hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
