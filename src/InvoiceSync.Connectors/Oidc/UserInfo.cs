using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>What the userinfo endpoint adds to an id_token. It can tell more about the person, never be about another.</summary>
static class UserInfo
{
    // Said by the signed token or by nobody.
    static readonly string[] Signed = ["iss", "aud", "azp", "exp", "iat", "nbf", "nonce", "sid", "acr", "amr", "auth_time", "tid", "oid", "_claim_names", "_claim_sources"];

    public static async Task<JsonElement> Ask(OidcWire wire, Uri address, string accessToken, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var answer = await wire.Send(request, "userinfo", ct);
        OidcRefusedException.Unless(answer.Status == HttpStatusCode.OK, "userinfo.status_wrong");
        var json = StrictJson.Object(answer.Body);
        OidcRefusedException.Unless(json is not null, "userinfo.unreadable");
        return json.Value;
    }

    /// <summary>The token's claims, with those of userinfo laid under them; without, when userinfo is about somebody else.</summary>
    public static JsonElement Merge(JsonElement token, JsonElement info, OidcSettings settings)
    {
        if (info.Text("sub") is not { } subject || subject != token.Text("sub")) return token;
        var merged = new JsonObject();
        foreach (var claim in token.EnumerateObject()) merged[claim.Name] = JsonNode.Parse(claim.Value.GetRawText());
        foreach (var claim in info.EnumerateObject().Where(c => !Signed.Contains(c.Name) && !token.Has(c.Name) && !SplitsPair(token, info, c.Name, settings)))
            merged[claim.Name] = JsonNode.Parse(claim.Value.GetRawText());
        return JsonSerializer.SerializeToElement(merged);
    }

    // "Verified" belongs to the address it was said with; it must not vouch for another one in the token.
    static bool SplitsPair(JsonElement token, JsonElement info, string name, OidcSettings settings)
    {
        if (name != settings.EmailVerifiedClaim && name != settings.EmailClaim) return false;
        return token.Has(settings.EmailClaim) ? token.Text(settings.EmailClaim) != info.Text(settings.EmailClaim) : token.Has(settings.EmailVerifiedClaim);
    }
}
