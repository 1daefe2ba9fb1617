using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Exchanges the code of a callback for tokens (RFC 6749 §4.1.3, with PKCE).</summary>
static class TokenEndpoint
{
    const int Longest = 16 * 1024;
    static readonly string[] Errors = ["invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope"];

    public static async Task<OidcTokens> Exchange(OidcWire wire, Uri address, OidcSettings settings, bool secretInForm, string code, string verifier, string redirect, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["code_verifier"] = verifier };
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        if (settings.ClientSecret.Length == 0 || secretInForm) form["client_id"] = settings.ClientId;
        if (settings.ClientSecret.Length > 0 && secretInForm) form["client_secret"] = settings.ClientSecret;
        if (settings.ClientSecret.Length > 0 && !secretInForm) request.Headers.Authorization = Basic(settings);
        request.Content = new FormUrlEncodedContent(form);

        var answer = await wire.Send(request, "token_answer", ct);
        var json = StrictJson.Object(answer.Body);
        OidcRefusedException.Unless(json is not null, "token_answer.unreadable");
        // GitHub refuses with 200.
        if (json.Value.Has("error")) throw new OidcRefusedException(json.Value.Text("error") is { } error && Errors.Contains(error) ? $"token_answer.{error}" : "token_answer.refused");
        OidcRefusedException.Unless(answer.Status == HttpStatusCode.OK, "token_answer.status_wrong");
        OidcRefusedException.Unless("Bearer".Equals(json.Value.Text("token_type"), StringComparison.OrdinalIgnoreCase), "token_answer.type_wrong");
        var access = json.Value.Text("access_token");
        OidcRefusedException.Unless(access is { Length: > 0 and <= Longest } && access.All(c => c is > ' ' and < '\x7f'), "token_answer.access_token_missing");
        OidcRefusedException.Unless(!json.Value.Has("id_token") || json.Value.Text("id_token") is not null, "token_answer.id_token_unreadable");
        return new(access, json.Value.Text("id_token"));
    }

    // RFC 6749 §2.3.1: both halves are form-encoded before they are joined.
    static AuthenticationHeaderValue Basic(OidcSettings settings)
    {
        var pair = $"{WebUtility.UrlEncode(settings.ClientId)}:{WebUtility.UrlEncode(settings.ClientSecret)}";
        return new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
    }
}
