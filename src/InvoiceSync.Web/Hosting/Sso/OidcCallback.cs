using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>What is asked of the callback's address before anything else: nothing twice, nothing enormous, no error of the provider, and its own name (RFC 9207).</summary>
static class OidcCallback
{
    const int Longest = 8 * 1024;
    static readonly string[] Once = ["state", "code", "iss", "error", "error_description"];

    // RFC 6749 §4.1.2.1 and OpenID Connect Core §3.1.2.6; anything else is only "another error".
    static readonly string[] Errors =
    [
        "access_denied", "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope", "server_error", "temporarily_unavailable",
        "interaction_required", "login_required", "account_selection_required", "consent_required",
    ];

    public static void Check(IQueryCollection query)
    {
        OidcRefusedException.Unless(Once.All(name => query[name].Count <= 1), "callback.parameter_twice");
        OidcRefusedException.Unless(query.Sum(p => p.Key.Length + p.Value.Sum(v => v?.Length ?? 0)) <= Longest, "callback.too_long");
        if (query["error"] is not [{ } error]) return;
        throw new OidcRefusedException(Errors.Contains(error) ? $"provider.{error}" : "provider.refused");
    }

    /// <summary>A provider that promises its name must give it; one that gives it unasked must still give the right one.</summary>
    public static void CheckIssuer(IQueryCollection query, OidcMetadata provider, string issuer)
    {
        OidcRefusedException.Unless(!provider.NamesItself || query.ContainsKey("iss"), "callback.issuer_missing");
        OidcRefusedException.Unless(!query.ContainsKey("iss") || query["iss"] == issuer, "callback.issuer_wrong");
    }
}
