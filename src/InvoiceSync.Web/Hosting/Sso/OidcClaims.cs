using System.Text.Json;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>Claims as an administrator reads them when testing a connection: every value as text, in a list.</summary>
static class OidcClaims
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Shown(JsonElement claims) =>
        claims.EnumerateObject().ToDictionary(claim => claim.Name, IReadOnlyList<string> (claim) => Texts(claim.Value));

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
