using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Puts one of our messages into an address of the provider, signed with RSA and SHA-256 when there is a key.</summary>
static class SamlRedirect
{
    const string Algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    public static string Address(string endpoint, string parameter, string xml, string? relayState, byte[]? key)
    {
        var query = new StringBuilder(parameter).Append('=').Append(Uri.EscapeDataString(Convert.ToBase64String(Deflated.Pack(xml))));
        if (relayState is not null) query.Append("&RelayState=").Append(Uri.EscapeDataString(relayState));
        if (key is not null)
        {
            query.Append("&SigAlg=").Append(Uri.EscapeDataString(Algorithm));
            using var rsa = SamlSettings.Open(key);
            var signature = rsa.SignData(Encoding.ASCII.GetBytes(query.ToString()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            query.Append("&Signature=").Append(Uri.EscapeDataString(Convert.ToBase64String(signature)));
        }

        return $"{endpoint}{(endpoint.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}
