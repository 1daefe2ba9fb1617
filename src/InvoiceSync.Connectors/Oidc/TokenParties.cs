using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Who wrote a token and for whom: iss, aud and azp, all compared to the byte.</summary>
static class TokenParties
{
    const int LongestSubject = 255;

    public static void Check(JsonElement claims, string issuer, string clientId)
    {
        OidcRefusedException.Unless(claims.Text("iss") == issuer, "token.issuer_wrong");
        var audiences = claims.Text("aud") is { } one ? [one] : claims.Texts("aud");
        OidcRefusedException.Unless(audiences is not null && audiences.Contains(clientId, StringComparer.Ordinal), "token.audience_wrong");
        OidcRefusedException.Unless(audiences.Count == 1 || claims.Has("azp"), "token.azp_missing");
        OidcRefusedException.Unless(!claims.Has("azp") || claims.Text("azp") == clientId, "token.azp_wrong");
    }

    public static bool IsSubject(string? text) => text is { Length: > 0 and <= LongestSubject } && !text.Any(char.IsControl);
}
