using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// One connection as its company set it up, read from the texts it keeps. Settings: entity_id, sso_url, slo_url,
/// slo_response_url, certificates (PEM, two at most), name_id_format, idp_initiated and unsigned_requests (true),
/// sp_certificates (PEM, the present first). Attributes: email, name, groups. Secrets: sp_key, sp_key_before (PKCS#8, base64).
/// </summary>
public sealed record SamlSettings
{
    public const int MostCertificates = 2;

    public required string EntityId { get; init; }

    public required string SsoUrl { get; init; }

    public string? SloUrl { get; init; }

    public string? SloResponseUrl { get; init; }

    public required IReadOnlyList<X509Certificate2> Certificates { get; init; }

    public string? NameIdFormat { get; init; }

    /// <summary>Off unless asked for: an answer nobody requested can be planted in another person's browser.</summary>
    public bool IdpInitiated { get; init; }

    public bool UnsignedRequests { get; init; }

    public required IReadOnlyDictionary<string, string> Attributes { get; init; }

    public required IReadOnlyList<X509Certificate2> SpCertificates { get; init; }

    /// <summary>Our keys as PKCS#8, the present first.</summary>
    public required IReadOnlyList<byte[]> SpKeys { get; init; }

    public byte[]? SigningKey => SpKeys is [var present, ..] ? present : null;

    /// <summary>Null while the connection is not complete: no provider, no address, no certificate that counts.</summary>
    public static SamlSettings? Read(IReadOnlyDictionary<string, string> settings, IReadOnlyDictionary<string, string> attributes, IReadOnlyDictionary<string, string> secrets)
    {
        var certificates = SamlCertificates.Read(settings.GetValueOrDefault("certificates", ""));
        if (settings.GetValueOrDefault("entity_id") is not { Length: > 0 } entity || settings.GetValueOrDefault("sso_url") is not { Length: > 0 } sso || certificates.Count is 0 or > MostCertificates) return null;
        return new()
        {
            EntityId = entity,
            SsoUrl = sso,
            SloUrl = settings.GetValueOrDefault("slo_url"),
            SloResponseUrl = settings.GetValueOrDefault("slo_response_url") ?? settings.GetValueOrDefault("slo_url"),
            Certificates = certificates,
            NameIdFormat = settings.GetValueOrDefault("name_id_format"),
            IdpInitiated = settings.GetValueOrDefault("idp_initiated") == "true",
            UnsignedRequests = settings.GetValueOrDefault("unsigned_requests") == "true",
            Attributes = attributes,
            SpCertificates = SamlCertificates.Read(settings.GetValueOrDefault("sp_certificates", "")),
            SpKeys = [.. new[] { "sp_key", "sp_key_before" }.Select(name => secrets.GetValueOrDefault(name)).OfType<string>().Select(Convert.FromBase64String)],
        };
    }

    public override string ToString() => EntityId;

    internal static RSA Open(byte[] key)
    {
        var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(key, out _);
        return rsa;
    }
}
