using System.Buffers.Text;
using System.Text.Json;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>
/// The exp claim of a JWT, read without checking the signature: the token came over TLS from the host that made it, and
/// only that host judges it. Null when the text is no JWT.
/// </summary>
static class TokenExpiry
{
    public static DateTimeOffset? Of(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Base64Url.IsValid(parts[1])) return null;
        var claims = AnafJson.Read(Base64Url.DecodeFromChars(parts[1]));
        return claims?.TryGetProperty("exp", out var exp) == true
            && exp.ValueKind == JsonValueKind.Number
            && exp.TryGetInt64(out var seconds)
            && seconds is > 0 and < 253_402_300_800 // the year 10000
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }
}
