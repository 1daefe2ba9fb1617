using System.Security.Cryptography;
using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>One public key of a provider. Keys of kinds we do not verify with are kept: they count when a kid must be unique.</summary>
sealed record Jwk(string Kind, string? Id, string? Use, string? Algorithm, IReadOnlyList<string>? Operations, JsonElement Source)
{
    const int LeastRsaBits = 2048;
    const int MostRsaBits = 8192;

    public static Jwk? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.Text("kty") is not { } kind) return null;
        // A member of the wrong type would otherwise look absent, and absent means "any".
        if (new[] { "kid", "use", "alg" }.Any(name => json.Has(name) && json.Text(name) is null)) return null;
        if (json.Has("key_ops") && json.Texts("key_ops") is null) return null;
        return new(kind, json.Text("kid"), json.Text("use"), json.Text("alg"), json.Texts("key_ops"), json);
    }

    public bool Fits(JwsAlgorithm algorithm) =>
        Kind == algorithm.KeyKind
        && Use is null or "sig"
        && (Algorithm is null || Algorithm == algorithm.Name)
        && (Operations is null || Operations.Contains("verify"))
        && (Kind == "EC" ? Curve() is not null : Rsa() is not null);

    public RSAParameters? Rsa()
    {
        if (Bytes("n") is not { } modulus || Bytes("e") is not { Length: >= 1 and <= 8 } exponent) return null;
        var trimmed = modulus.AsSpan().TrimStart((byte)0);
        var bits = trimmed.IsEmpty ? 0 : trimmed.Length * 8 - byte.LeadingZeroCount(trimmed[0]);
        // An even exponent, or one, makes anybody a signer.
        if (bits is < LeastRsaBits or > MostRsaBits || exponent[^1] % 2 == 0 || exponent is [.., 1] && exponent[..^1].All(b => b == 0)) return null;
        return new() { Modulus = trimmed.ToArray(), Exponent = exponent };
    }

    public ECParameters? Curve() =>
        Source.Text("crv") == "P-256" && Bytes("x") is { Length: 32 } x && Bytes("y") is { Length: 32 } y
            ? new() { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = x, Y = y } }
            : null;

    byte[]? Bytes(string name) => Source.Text(name) is { } text ? StrictBase64Url.Decode(text) : null;
}
