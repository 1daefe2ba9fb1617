using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>The other side of redirects: writes what a provider would send, by its own hand, and knows the settings for it.</summary>
static class Provider
{
    public const string Sha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

    public static SamlParty Us { get; } = SamlParty.Of(new Uri("https://portal.example"), "acme");

    public static SamlSettings Settings { get; } = SamlSettings.Read(Kept, new Dictionary<string, string>(), Secrets)!;

    public static Dictionary<string, string> Kept => new()
    {
        ["entity_id"] = Draft.Idp,
        ["sso_url"] = "https://idp.example/sso",
        ["slo_url"] = "https://idp.example/slo?tenant=1",
        ["certificates"] = Keys.Idp.ExportCertificatePem(),
        ["sp_certificates"] = Keys.Sp.ExportCertificatePem(),
    };

    public static Dictionary<string, string> Secrets => new() { ["sp_key"] = Convert.ToBase64String(Keys.Sp.GetRSAPrivateKey()!.ExportPkcs8PrivateKey()) };

    public static string Logout(
        string name = "LogoutRequest",
        string? attributes = null,
        string issuer = Draft.Idp,
        string body = "<saml:NameID>alice@acme.test</saml:NameID><samlp:SessionIndex>_session1</samlp:SessionIndex>") => $"""
        <samlp:{name} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_logout1" {attributes ?? $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\" Destination=\"{Us.Slo}\" NotOnOrAfter=\"{Draft.At(5)}\""}><saml:Issuer>{issuer}</saml:Issuer>{body}</samlp:{name}>
        """;

    public static string Query(string xml, string parameter = "SAMLRequest", X509Certificate2? signer = null, string algorithm = Sha256, string? relayState = null) =>
        Signed($"{parameter}={Uri.EscapeDataString(Convert.ToBase64String(Deflated.Pack(xml)))}{(relayState is null ? "" : $"&RelayState={Uri.EscapeDataString(relayState)}")}", signer, algorithm);

    public static string Signed(string query, X509Certificate2? signer = null, string algorithm = Sha256)
    {
        query += $"&SigAlg={Uri.EscapeDataString(algorithm)}";
        using var key = (signer ?? Keys.Idp).GetRSAPrivateKey()!;
        var hash = algorithm.EndsWith("sha1", StringComparison.Ordinal) ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        return $"?{query}&Signature={Uri.EscapeDataString(Convert.ToBase64String(key.SignData(Encoding.ASCII.GetBytes(query), hash, RSASignaturePadding.Pkcs1)))}";
    }
}
