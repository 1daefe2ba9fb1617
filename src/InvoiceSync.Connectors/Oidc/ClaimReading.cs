using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Turns proved claims into a person, by the connection's names for them.</summary>
static class ClaimReading
{
    const int LongestText = 256;
    const int MostGroups = 200;

    public static OidcIdentity Read(JsonElement claims, OidcSettings settings)
    {
        var subject = claims.Text(settings.SubjectClaim);
        OidcRefusedException.Unless(TokenParties.IsSubject(subject), "id_token.subject_wrong");
        return new(
            settings.Issuer,
            subject!,
            Short(claims, settings.EmailClaim),
            // Only the JSON value true: the text "false" is not empty either.
            claims.IsTrue(settings.EmailVerifiedClaim),
            Short(claims, settings.NameClaim),
            Groups(claims, settings.GroupsClaim),
            Short(claims, "sid"),
            claims);
    }

    // No claim is no groups: who was taken out of the last one loses its role. Null stands for "not known", so that nobody
    // loses or gains a role by a list that is cut off, nested, or kept elsewhere.
    // Entra names an address to fetch a long list from; an address inside a token is never called.
    static IReadOnlyList<string>? Groups(JsonElement claims, string name)
    {
        if (claims.TryGetProperty("_claim_names", out var elsewhere) && (elsewhere.ValueKind != JsonValueKind.Object || elsewhere.Has(name))) return null;
        if (claims.IsTrue("hasgroups")) return null;
        if (!claims.Has(name)) return [];
        var groups = claims.Text(name) is { } one ? [one] : claims.Texts(name);
        return groups is { Count: <= MostGroups } && groups.All(g => g.Length is > 0 and <= LongestText && !g.Any(char.IsControl)) ? groups : null;
    }

    static string? Short(JsonElement claims, string name) => claims.Text(name) is { Length: > 0 and <= LongestText } text && !text.Any(char.IsControl) ? text : null;
}
