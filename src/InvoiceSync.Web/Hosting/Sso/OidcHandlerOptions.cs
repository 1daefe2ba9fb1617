using InvoiceSync.Access;
using InvoiceSync.Connectors.Oidc;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>One revision of one connection, as the OAuth handler wants it.</summary>
sealed class OidcHandlerOptions : OAuthOptions
{
    public GetSsoConnection.View Connection { get; set; } = default!;

    public OidcSettings Settings { get; set; } = default!;

    /// <summary>The provider's addresses as this node last wrote them down.</summary>
    public string? Pinned { get; set; }

    // The base asks for fixed endpoints and a secret. Endpoints come from discovery, and a public client has no secret.
    public override void Validate()
    {
    }
}
