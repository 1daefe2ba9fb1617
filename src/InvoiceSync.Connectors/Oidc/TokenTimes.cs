using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>The three times of a token, in seconds since 1970. A time written as text is no time.</summary>
static class TokenTimes
{
    /// <summary>How far a provider's clock may be off.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    static readonly TimeSpan Oldest = TimeSpan.FromMinutes(10);
    static readonly TimeSpan Farthest = TimeSpan.FromHours(24);

    public static void Check(JsonElement claims, DateTimeOffset now, bool expires)
    {
        var at = now.ToUnixTimeMilliseconds() / 1000d;
        var (skew, oldest, farthest) = (Skew.TotalSeconds, Oldest.TotalSeconds, Farthest.TotalSeconds);
        foreach (var name in (string[])["exp", "iat", "nbf"])
            OidcRefusedException.Unless(!claims.Has(name) || claims.Number(name) is not null, $"token.{name}_unreadable");

        var until = claims.Number("exp");
        OidcRefusedException.Unless(until is not null || !expires, "token.exp_missing");
        OidcRefusedException.Unless(until is null || until > at - skew, "token.expired");
        OidcRefusedException.Unless(until is null || until <= at + farthest + skew, "token.exp_too_far");

        var issued = claims.Number("iat");
        OidcRefusedException.Unless(issued is not null, "token.iat_missing");
        OidcRefusedException.Unless(issued <= at + skew, "token.from_the_future");
        OidcRefusedException.Unless(issued >= at - oldest - skew, "token.too_old");
        OidcRefusedException.Unless(claims.Number("nbf") is not { } from || from <= at + skew, "token.not_yet_valid");
    }
}
