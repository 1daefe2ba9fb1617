using System.Text.Json;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>Where a provider's doors are, by its own discovery document.</summary>
public sealed record OidcMetadata(Uri Authorization, Uri Token, Uri? Keys, Uri? UserInfo, Uri? EndSession, bool NamesItself, bool TakesSecretInHeader)
{
    /// <summary>OpenID Connect Discovery §4.3: what the document calls itself is what it was asked as, to the byte.</summary>
    internal static OidcMetadata Read(byte[] utf8, string issuer, Func<Uri, bool> mayCall)
    {
        var json = StrictJson.Object(utf8);
        OidcRefusedException.Unless(json is not null, "discovery.unreadable");
        var document = json.Value;
        OidcRefusedException.Unless(document.Text("issuer") == issuer, "discovery.issuer_wrong");
        OidcRefusedException.Unless(document.Texts("response_types_supported")?.Contains("code") == true, "discovery.code_unsupported");
        return new(
            Needed(document, "authorization_endpoint", mayCall),
            Needed(document, "token_endpoint", mayCall),
            Needed(document, "jwks_uri", mayCall),
            Address(document, "userinfo_endpoint", mayCall),
            Address(document, "end_session_endpoint", mayCall),
            document.IsTrue("authorization_response_iss_parameter_supported"),
            // Basic is the default when nothing is said (OpenID Connect Discovery §3).
            document.Texts("token_endpoint_auth_methods_supported")?.Contains("client_secret_basic") ?? true);
    }

    static Uri Needed(JsonElement document, string name, Func<Uri, bool> mayCall)
    {
        var address = Address(document, name, mayCall);
        OidcRefusedException.Unless(address is not null, "discovery.endpoint_missing");
        return address;
    }

    // "javascript:" and "file:" are absolute addresses too.
    static Uri? Address(JsonElement document, string name, Func<Uri, bool> mayCall)
    {
        if (!document.Has(name)) return null;
        OidcRefusedException.Unless(Uri.TryCreate(document.Text(name), UriKind.Absolute, out var address) && mayCall(address), "discovery.endpoint_refused");
        return address;
    }
}
