using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Access.Model;

/// <summary>Our own key towards a SAML provider: it signs what we ask and opens what is sealed for us. The one before still opens.</summary>
static class SamlKeys
{
    const int Bits = 3072;
    const int Years = 3;
    const string Present = "sp_key";
    const string Before = "sp_key_before";
    const string Certificates = "sp_certificates";

    public sealed record Renewed(Dictionary<string, string> Settings, Dictionary<string, string> Secrets);

    public static Renewed Renew(SsoConnection connection, string? presentKey, DateTimeOffset now)
    {
        using var key = RSA.Create(Bits);
        var request = new CertificateRequest($"CN=invoicesync-{connection.Slug}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
        var before = new X509Certificate2Collection();
        if (connection.Settings.TryGetValue(Certificates, out var pem)) before.ImportFromPem(pem);
        return new(
            new() { [Certificates] = string.Join('\n', before.Take(1).Prepend(certificate).Select(c => c.ExportCertificatePem())) },
            new() { [Present] = Convert.ToBase64String(key.ExportPkcs8PrivateKey()), [Before] = presentKey ?? "" });
    }

    public static string? Of(IReadOnlyDictionary<string, string> opened) => opened.GetValueOrDefault(Present);
}
