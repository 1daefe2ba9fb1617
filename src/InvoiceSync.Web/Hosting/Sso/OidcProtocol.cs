using System.Buffers.Text;
using System.Security.Cryptography;
using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>OpenID Connect among the protocols: where a sign-in begins and where a log-out goes on to.</summary>
sealed class OidcProtocol(OidcSchemes schemes, OidcClient oidc, SsoEntrance entrance, IDataProtectionProvider protection, PortalOptions portal, ILogger<OidcProtocol> log) : ISsoProtocol
{
    /// <summary>Seals the id_token that is kept with a session for its log-out.</summary>
    public static IDataProtector Sealer(IDataProtectionProvider protection) => protection.CreateProtector("InvoiceSync.Sso", "id_token");

    public async Task Begin(HttpContext http, GetSsoConnection.View connection, SsoWish wish)
    {
        try
        {
            var properties = new AuthenticationProperties();
            properties.SetParameter(nameof(SsoWish), wish);
            await http.ChallengeAsync(schemes.Of(connection).Scheme.Name, properties);
        }
        catch (OidcRefusedException refused)
        {
            await entrance.Refuse(http, connection.Id, refused.Reason, null, wish.Intent);
        }
    }

    public async Task<Uri?> Leave(HttpContext http, GetSsoConnection.View connection, GetSsoLeaving.View leaving)
    {
        try
        {
            var settings = schemes.Of(connection).Settings;
            if ((await oidc.Metadata(settings, http.RequestAborted)).EndSession is not { } address) return null;
            return new(QueryHelpers.AddQueryString(address.AbsoluteUri, new Dictionary<string, string?>
            {
                ["id_token_hint"] = Opened(leaving.Hint),
                ["client_id"] = settings.ClientId,
                ["post_logout_redirect_uri"] = SsoAddress.Public(http, portal, connection.Slug, "signed-out").AbsoluteUri,
                // Nothing here depends on it: whoever comes back finds the sign-in page.
                ["state"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            }));
        }
        catch (OidcRefusedException refused)
        {
            log.LogInformation("{Connection} cannot be told of a log-out: {Reason}", connection.Id, refused.Reason);
            return null;
        }
    }

    string? Opened(string? hint)
    {
        try
        {
            return hint is null ? null : Sealer(protection).Unprotect(hint);
        }
        catch (CryptographicException)
        {
            // The keys of then were revoked. The provider will ask the person instead.
            return null;
        }
    }
}
