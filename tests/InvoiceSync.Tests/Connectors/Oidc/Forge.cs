using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Oidc;

/// <summary>A provider in one class: its keys, and tokens as good or bad as a test wants them.</summary>
static class Forge
{
    public const string Nonce = "n-1";
    public const string AccessToken = "at-1";

    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly OidcSettings Settings = new() { Issuer = "https://idp.example", ClientId = "invoicesync" };
    public static readonly JwkSet Keys = Read(RsaKey("r1"), CurveKey("e1"));

    public static long Now => Some.Noon.ToUnixTimeSeconds();

    public static JsonObject RsaKey(string? id, RSA? key = null)
    {
        var parts = (key ?? Rsa).ExportParameters(false);
        var json = new JsonObject { ["kty"] = "RSA", ["n"] = Base64Url.EncodeToString(parts.Modulus), ["e"] = Base64Url.EncodeToString(parts.Exponent) };
        if (id is not null) json["kid"] = id;
        return json;
    }

    public static JsonObject CurveKey(string id)
    {
        var parts = Curve.ExportParameters(false);
        return new() { ["kty"] = "EC", ["crv"] = "P-256", ["kid"] = id, ["x"] = Base64Url.EncodeToString(parts.Q.X), ["y"] = Base64Url.EncodeToString(parts.Q.Y) };
    }

    public static JwkSet Read(params JsonObject[] keys) => JwkSet.Read(Encoding.UTF8.GetBytes(new JsonObject { ["keys"] = new JsonArray([.. keys]) }.ToJsonString()));

    /// <summary>The claims of a good id_token; "change" makes it worse.</summary>
    public static string Claims(Action<JsonObject>? change = null)
    {
        var claims = new JsonObject { ["iss"] = Settings.Issuer, ["aud"] = Settings.ClientId, ["sub"] = "alice", ["nonce"] = Nonce, ["iat"] = Now, ["exp"] = Now + 300 };
        change?.Invoke(claims);
        return claims.ToJsonString();
    }

    public static string LogoutClaims(Action<JsonObject>? change = null)
    {
        var claims = new JsonObject
        {
            ["iss"] = Settings.Issuer,
            ["aud"] = Settings.ClientId,
            ["sub"] = "alice",
            ["sid"] = "s-1",
            ["jti"] = "j-1",
            ["iat"] = Now,
            ["exp"] = Now + 120,
            ["events"] = new JsonObject { ["http://schemas.openid.net/event/backchannel-logout"] = new JsonObject() },
        };
        change?.Invoke(claims);
        return claims.ToJsonString();
    }

    public static string Sign(string header, string payload)
    {
        var signed = $"{Encode(header)}.{Encode(payload)}";
        var data = Encoding.ASCII.GetBytes(signed);
        using var read = JsonDocument.Parse(header);
        var signature = read.RootElement.GetProperty("alg").GetString() switch
        {
            "RS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "PS256" => Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "ES256" => Curve.SignData(data, HashAlgorithmName.SHA256),
            "HS256" => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Rsa.ExportSubjectPublicKeyInfoPem()), data),
            _ => [],
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Why a token was refused; null when it was taken.</summary>
    public static string? Refusal(Action check)
    {
        try
        {
            check();
            return null;
        }
        catch (OidcRefusedException refused)
        {
            return refused.Reason;
        }
    }

    static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
