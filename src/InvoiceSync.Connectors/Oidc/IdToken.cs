using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>
/// Everything OpenID Connect Core asks of an id_token beyond its signature. A JWT library checks about half of it: azp, nonce,
/// at_hash, the age of the token and the shape of sub are the application's own.
/// </summary>
static class IdToken
{
    static readonly string[] OtherTypes = ["logout+jwt", "at+jwt"];

    /// <summary>Asked before the signature: no other kind of token stands in for an id_token.</summary>
    public static void CheckType(Jws token) => OidcRefusedException.Unless(token.Type is null || !OtherTypes.Contains(token.Type), "id_token.type_wrong");

    public static JsonElement Check(byte[] payload, OidcSettings settings, string nonce, string accessToken, DateTimeOffset now)
    {
        var json = StrictJson.Object(payload);
        OidcRefusedException.Unless(json is not null, "id_token.unreadable");
        var claims = json.Value;
        TokenParties.Check(claims, settings.Issuer, settings.ClientId);
        TokenTimes.Check(claims, now, expires: true);
        OidcRefusedException.Unless(claims.Text("nonce") is { } told && Same(told, nonce), "id_token.nonce_wrong");
        OidcRefusedException.Unless(!claims.Has("at_hash") || claims.Text("at_hash") is { } hash && Same(hash, HashOf(accessToken)), "id_token.at_hash_wrong");
        OidcRefusedException.Unless(TokenParties.IsSubject(claims.Text("sub")), "id_token.subject_wrong");
        return claims;
    }

    // The left half of SHA-256: each algorithm we accept hashes with it.
    static string HashOf(string accessToken) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(accessToken)).AsSpan(0, 16));

    static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
