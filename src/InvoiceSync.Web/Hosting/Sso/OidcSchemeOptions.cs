using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The options of a scheme, from the revision kept in memory: nothing here waits.</summary>
sealed class OidcSchemeOptions(OidcSchemes schemes, IDataProtectionProvider protection) : IConfigureNamedOptions<OidcHandlerOptions>
{
    public void Configure(OidcHandlerOptions options)
    {
    }

    public void Configure(string? name, OidcHandlerOptions options)
    {
        if (name is null || schemes.Named(name) is not { } revision) return;
        var connection = revision.Connection;
        (options.Connection, options.Settings) = (connection, revision.Settings);
        options.ClientId = revision.Settings.ClientId;
        options.CallbackPath = SsoAddress.Path(connection.Slug, OidcSchemes.Callback);
        options.EventsType = typeof(OidcEvents);
        options.UsePkce = true;
        options.AuthorizationEndpoint = revision.Settings.Issuer;
        foreach (var scope in revision.Settings.Scopes) options.Scope.Add(scope);
        // Bound to the connection and not to its revision: a sign-in under way survives a change, and no other connection can read it.
        options.StateDataFormat = new PropertiesDataFormat(protection.CreateProtector("InvoiceSync.Sso", "state", connection.Id.ToString()));
        options.RemoteAuthenticationTimeout = OidcHandler.Patience;
        options.CorrelationCookie.Name = "invoicesync-sso.";
        options.CorrelationCookie.Path = SsoAddress.Path(connection.Slug, "");
        // The way back is a plain link from the provider: a browser sends Lax cookies with it.
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
