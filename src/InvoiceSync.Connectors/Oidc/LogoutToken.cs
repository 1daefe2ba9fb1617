using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>A provider's word that a session ended: by its sid, or all of a person's. Id is used once (jti), until the given time.</summary>
public sealed record LogoutToken(string Id, string? Subject, string? SessionIndex, DateTimeOffset UsableUntil)
{
    const string Event = "http://schemas.openid.net/event/backchannel-logout";
    const int LongestId = 255;

    // As long as its iat may be old, with both skews: a copy is refused by its age from then on.
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    internal static void CheckType(Jws token) => OidcRefusedException.Unless(token.Type == "logout+jwt", "logout_token.type_wrong");

    internal static LogoutToken Check(byte[] payload, OidcSettings settings, DateTimeOffset now)
    {
        var json = StrictJson.Object(payload);
        OidcRefusedException.Unless(json is not null, "logout_token.unreadable");
        var claims = json.Value;
        TokenParties.Check(claims, settings.Issuer, settings.ClientId);
        TokenTimes.Check(claims, now, expires: false);
        OidcRefusedException.Unless(IsLogout(claims), "logout_token.event_missing");
        // An id_token has one; without this an id_token could log people out.
        OidcRefusedException.Unless(!claims.Has("nonce"), "logout_token.nonce_present");
        var (id, subject, session) = (Named(claims, "jti"), Named(claims, "sub"), Named(claims, "sid"));
        OidcRefusedException.Unless(id is not null, "logout_token.id_missing");
        OidcRefusedException.Unless(subject is not null || session is not null, "logout_token.nobody_named");
        return new(id, subject, session, now + Remembered);
    }

    static bool IsLogout(JsonElement claims) =>
        claims.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(Event, out var member) && member.ValueKind == JsonValueKind.Object;

    static string? Named(JsonElement claims, string name)
    {
        OidcRefusedException.Unless(!claims.Has(name) || claims.Text(name) is { Length: > 0 and <= LongestId } text && !text.Any(char.IsControl), $"logout_token.{name}_wrong");
        return claims.Text(name);
    }
}
