using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>What a sign-in under way remembers in its sealed state: whom it asked, for whom, and the nonce its id_token must bring back.</summary>
sealed record OidcState(string Issuer, string Nonce, string Verifier, DateTimeOffset BegunAt, SsoWish Wish)
{
    const string IssuerKey = "issuer";
    const string NonceKey = "nonce";
    const string IntentKey = "intent";
    const string ReturnKey = "return";

    public static string Begin(AuthenticationProperties properties, string issuer, SsoWish wish, DateTimeOffset now)
    {
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        (properties.Items[IssuerKey], properties.Items[NonceKey], properties.IssuedUtc) = (issuer, nonce, now);
        // The seal writes null as an empty text, and an empty intent is one that expired.
        if (wish.Intent is { } intent) properties.Items[IntentKey] = intent;
        if (wish.ReturnPath is { } path) properties.Items[ReturnKey] = path;
        return nonce;
    }

    public static OidcState Of(AuthenticationProperties properties) => new(
        properties.Items[IssuerKey]!,
        properties.Items[NonceKey]!,
        properties.Items[OAuthConstants.CodeVerifierKey]!,
        properties.IssuedUtc ?? DateTimeOffset.MinValue,
        Wished(properties));

    /// <summary>What a callback was for, kept beside the request: the framework tells of a failure without the state.</summary>
    public static void Remember(HttpContext http, AuthenticationProperties properties) => http.Items[nameof(SsoWish)] = Wished(properties);

    public static SsoWish? Remembered(HttpContext http) => http.Items[nameof(SsoWish)] as SsoWish;

    public static SsoWish Wished(AuthenticationProperties? properties) =>
        new(properties?.Items.TryGetValue(IntentKey, out var intent) == true ? intent : null, properties?.Items.TryGetValue(ReturnKey, out var path) == true ? path : null, null);
}
