using System.Security.Cryptography;
using System.Text;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>
/// A signed token in compact form. Which algorithms count is the connection's choice, never the token's; keys named or carried
/// by the token (jwk, jku, x5u, x5c) are not looked at.
/// </summary>
sealed class Jws
{
    const int Longest = 16 * 1024;

    readonly byte[] signed;
    readonly byte[] signature;

    Jws(JwsAlgorithm algorithm, string? keyId, string? type, byte[] payload, byte[] signed, byte[] signature) =>
        (Algorithm, KeyId, Type, Payload, this.signed, this.signature) = (algorithm, keyId, type, payload, signed, signature);

    public JwsAlgorithm Algorithm { get; }

    public string? KeyId { get; }

    /// <summary>The header's typ without the optional "application/", in lower case.</summary>
    public string? Type { get; }

    /// <summary>Worth nothing until Verify has been passed.</summary>
    public byte[] Payload { get; }

    public static Jws Parse(string token, IReadOnlyCollection<string> algorithms)
    {
        OidcRefusedException.Unless(token.Length <= Longest, "jws.too_long");
        OidcRefusedException.Unless(token.Split('.') is { Length: 3 }, "jws.not_three_parts");
        var parts = token.Split('.');
        var bytes = parts.Select(StrictBase64Url.Decode).OfType<byte[]>().ToList();
        OidcRefusedException.Unless(bytes.Count == 3, "jws.encoding_wrong");

        var header = StrictJson.Object(bytes[0]);
        OidcRefusedException.Unless(header is not null, "jws.header_unreadable");
        var name = header.Value.Text("alg");
        OidcRefusedException.Unless(name is not null && algorithms.Contains(name, StringComparer.Ordinal), "jws.algorithm_refused");
        OidcRefusedException.Unless(JwsAlgorithm.Named(name) is not null, "jws.algorithm_refused");
        OidcRefusedException.Unless(!header.Value.Has("crit") && !header.Value.Has("b64"), "jws.extension_refused");
        foreach (var text in (string[])["kid", "typ"])
            OidcRefusedException.Unless(!header.Value.Has(text) || header.Value.Text(text) is not null, "jws.header_unreadable");

        return new(JwsAlgorithm.Named(name)!, header.Value.Text("kid"), Plain(header.Value.Text("typ")), bytes[1], Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), bytes[2]);
    }

    public byte[] Verify(Jwk key)
    {
        OidcRefusedException.Unless(key.Fits(Algorithm) && IsGenuine(key), "jws.signature_wrong");
        return Payload;
    }

    bool IsGenuine(Jwk key)
    {
        try
        {
            return Algorithm.Verify(key, signed, signature);
        }
        catch (CryptographicException)
        {
            // A point off its curve, or a modulus no library takes.
            return false;
        }
    }

    static string? Plain(string? type)
    {
        var lower = type?.ToLowerInvariant();
        return lower?.StartsWith("application/", StringComparison.Ordinal) == true ? lower["application/".Length..] : lower;
    }
}
