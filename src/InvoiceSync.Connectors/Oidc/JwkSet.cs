using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>The keys a provider signs with at one moment.</summary>
sealed record JwkSet(IReadOnlyList<Jwk> Keys)
{
    const int Most = 50;

    public static JwkSet Read(byte[] utf8)
    {
        var json = StrictJson.Object(utf8);
        OidcRefusedException.Unless(json is not null && json.Value.TryGetProperty("keys", out var list) && list.ValueKind == JsonValueKind.Array, "jwks.unreadable");
        var keys = json.Value.GetProperty("keys");
        OidcRefusedException.Unless(keys.GetArrayLength() <= Most, "jwks.too_many_keys");
        return new([.. keys.EnumerateArray().Select(Jwk.Read).OfType<Jwk>()]);
    }

    /// <summary>The one key for this signature, or null when the provider may have a newer one. More than one is refused, not tried in turn.</summary>
    public Jwk? For(JwsAlgorithm algorithm, string? id)
    {
        var found = id is null ? Keys.Where(key => key.Fits(algorithm)).ToList() : [.. Keys.Where(key => key.Id == id)];
        OidcRefusedException.Unless(found.Count <= 1, "jws.key_ambiguous");
        if (found is not [var only]) return null;
        OidcRefusedException.Unless(only.Fits(algorithm), "jws.key_unfit");
        return only;
    }
}
