using System.Text.Json;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>Claims as an administrator reads them when testing a connection: every value as text, in a list.</summary>
static class OidcClaims
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Shown(JsonElement claims) =>
        claims.EnumerateObject().ToDictionary(claim => claim.Name, IReadOnlyList<string> (claim) => Texts(claim.Value));

    /// <summary>A NumericDate of RFC 7519; null for anything else.</summary>
    public static DateTimeOffset? Moment(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;

    static List<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Text)] : [Text(value)];

    // Half a surrogate pair is legal JSON and no text; its escaped form can still be shown.
    static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
