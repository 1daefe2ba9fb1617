using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>The addresses of a SAML connection. The metadata names the others, so a provider needs to be told only that one.</summary>
static class SamlEndpoints
{
    public static void MapSaml(this WebApplication app)
    {
        var saml = app.MapGroup("/sso/{slug}/saml").AllowAnonymous().ExcludeFromDescription();
        saml.MapGet("/metadata", Metadata);
        saml.MapGet("/login", (string slug, HttpContext http) => Results.Redirect(SsoAddress.Path(slug, $"start{http.Request.QueryString}")));
        saml.MapPost("/acs", SamlConsumer.Receive).DisableAntiforgery();
        saml.MapGet("/slo", SamlLogoutDoor.Receive);
        saml.MapPost("/slo", SamlLogoutDoor.ReceivePosted).DisableAntiforgery();
    }

    // Given before the connection is complete: a provider often wants ours first.
    static async Task<IResult> Metadata(HttpContext http, string slug, SsoConnections connections, PortalOptions options) =>
        await connections.Find(slug, http.RequestAborted) is { Kind: SsoKind.Saml } connection
            ? Results.Text(SamlMetadata.Write(SamlDoor.PartyOf(http, options, slug), connection.Settings.GetValueOrDefault("sp_certificates", "")), "application/samlmetadata+xml")
            : Results.NotFound();
}
