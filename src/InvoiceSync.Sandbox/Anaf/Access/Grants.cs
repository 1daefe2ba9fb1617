using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Anaf.Access;

/// <summary>Clients, codes and tokens. Tokens are stored as hashes; they look like the authority's JWTs and carry their real end.</summary>
static class Grants
{
    public static readonly TimeSpan CodeLife = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan AccessLife = TimeSpan.FromMinutes(129_600);
    public static readonly TimeSpan RefreshLife = TimeSpan.FromMinutes(525_600);

    /// <summary>Always there, for any redirect address on this machine.</summary>
    public const string BuiltInClient = "practice-client", BuiltInSecret = "practice-secret";

    const string Clients = "anaf/client", Codes = "anaf/code", Tokens = "anaf/token";

    public static void Register(Work work, string client, string secret, string redirect) => work.Put(Clients, client, new JsonObject
    {
        ["id"] = client,
        ["secret"] = secret,
        ["redirect_uri"] = redirect,
    });

    /// <summary>The authority compares the redirect address byte for byte with the registered one.</summary>
    public static bool MayReturnTo(Work work, string client, string redirect)
    {
        if (work.Find(Clients, client) is { } known) return (string?)known["redirect_uri"] == redirect;
        return client == BuiltInClient && Uri.TryCreate(redirect, UriKind.Absolute, out var address) && address.IsLoopback;
    }

    public static bool Knows(Work work, string client, string secret) => work.Find(Clients, client) is { } known
        ? (string?)known["secret"] == secret
        : (client, secret) == (BuiltInClient, BuiltInSecret);

    public static string Code(Work work, string client, string redirect, IReadOnlyList<string>? cifs, DateTimeOffset now)
    {
        var code = Random();
        work.Put(Codes, code, new JsonObject
        {
            ["id"] = code,
            ["client"] = client,
            ["redirect_uri"] = redirect,
            ["cifs"] = List(cifs),
            ["until"] = (now + CodeLife).ToUnixTimeSeconds(),
        });
        return code;
    }

    /// <summary>A code works once, within its minute, for its client and its redirect address; null otherwise.</summary>
    public static JsonObject? Exchange(Work work, string client, string code, string redirect, DateTimeOffset now)
    {
        if (work.Find(Codes, code) is not { } grant) return null;
        work.Remove(Codes, code);
        var good = (string?)grant["client"] == client && (string?)grant["redirect_uri"] == redirect && (long)grant["until"]! >= now.ToUnixTimeSeconds();
        return good ? Issue(work, client, Cifs(grant), now) : null;
    }

    /// <summary>A refresh token works once: the answer carries its successor.</summary>
    public static JsonObject? Refresh(Work work, string client, string token, DateTimeOffset now)
    {
        if (work.Find(Tokens, Hash(token)) is not { } grant) return null;
        if ((string?)grant["kind"] != "refresh" || (string?)grant["client"] != client || (long)grant["until"]! < now.ToUnixTimeSeconds()) return null;
        work.Remove(Tokens, Hash(token));
        return Issue(work, client, Cifs(grant), now);
    }

    public static JsonObject Issue(Work work, string client, IReadOnlyList<string>? cifs, DateTimeOffset now) => new()
    {
        ["access_token"] = Token(work, "access", client, cifs, now, AccessLife),
        ["expires_in"] = (long)AccessLife.TotalSeconds,
        ["token_type"] = "Bearer",
        ["scope"] = "clientappid issuer role serial",
        ["refresh_token"] = Token(work, "refresh", client, cifs, now, RefreshLife),
    };

    public static Person? WhoIs(Work work, string? authorization, DateTimeOffset now)
    {
        if (authorization?.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) != true) return null;
        var grant = work.Find(Tokens, Hash(authorization[7..].Trim()));
        if (grant is null || (string?)grant["kind"] != "access" || (long)grant["until"]! < now.ToUnixTimeSeconds()) return null;
        return new Person("1234AA456", Cifs(grant));
    }

    static string Token(Work work, string kind, string client, IReadOnlyList<string>? cifs, DateTimeOffset now, TimeSpan life)
    {
        var until = (now + life).ToUnixTimeSeconds();
        var token = string.Join('.',
            Part("""{"alg":"RS512","typ":"JWT"}"""),
            Part($$"""{"iss":"https://logincert.anaf.ro","clientappid":"{{client}}","serial":"1234AA456","role":"practice","token_type":"{{kind}}","iat":{{now.ToUnixTimeSeconds()}},"exp":{{until}},"jti":"{{Random()}}"}"""),
            Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(64)));
        work.Put(Tokens, Hash(token), new JsonObject
        {
            ["id"] = Hash(token),
            ["kind"] = kind,
            ["client"] = client,
            ["cifs"] = List(cifs),
            ["until"] = until,
        });
        return token;
    }

    static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    static JsonArray? List(IReadOnlyList<string>? cifs) => cifs is null ? null : [.. cifs.Select(cif => JsonValue.Create(cif))];

    static IReadOnlyList<string>? Cifs(JsonObject grant) => grant["cifs"] is JsonArray list ? [.. list.Select(cif => (string)cif!)] : null;
}
