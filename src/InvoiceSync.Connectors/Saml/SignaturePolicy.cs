using System.Security.Cryptography;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Which algorithms and keys count. There is one policy; the tests hold a second, to see that old attack files fail for their own reason.</summary>
sealed record SignaturePolicy(
    IReadOnlyDictionary<string, SignatureMethod> SignatureMethods,
    IReadOnlyDictionary<string, HashAlgorithmName> DigestMethods,
    int LeastRsaBits)
{
    public static SignaturePolicy Strict { get; } = new(
        new Dictionary<string, SignatureMethod>(StringComparer.Ordinal)
        {
            ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"] = new(HashAlgorithmName.SHA256, OnACurve: false),
            ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"] = new(HashAlgorithmName.SHA384, OnACurve: false),
            ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"] = new(HashAlgorithmName.SHA512, OnACurve: false),
            ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"] = new(HashAlgorithmName.SHA256, OnACurve: true),
            ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384"] = new(HashAlgorithmName.SHA384, OnACurve: true),
            ["http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512"] = new(HashAlgorithmName.SHA512, OnACurve: true),
        },
        new Dictionary<string, HashAlgorithmName>(StringComparer.Ordinal)
        {
            ["http://www.w3.org/2001/04/xmlenc#sha256"] = HashAlgorithmName.SHA256,
            ["http://www.w3.org/2001/04/xmldsig-more#sha384"] = HashAlgorithmName.SHA384,
            ["http://www.w3.org/2001/04/xmlenc#sha512"] = HashAlgorithmName.SHA512,
        },
        LeastRsaBits: 2048);
}
