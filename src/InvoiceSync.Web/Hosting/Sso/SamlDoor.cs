using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>One SAML connection as the addresses below it need it.</summary>
sealed record SamlDoor(GetSsoConnection.View Connection, SamlSettings Settings, SamlParty Us)
{
    public SamlTerms Terms => new(Settings.EntityId, Us.EntityId, Us.Acs, Settings.Certificates)
    {
        DecryptionKeys = Settings.SpKeys,
        NameIdFormat = Settings.NameIdFormat,
    };

    /// <summary>Null for a connection that is not SAML or not complete.</summary>
    public static SamlDoor? Of(HttpContext http, PortalOptions options, GetSsoConnection.View? connection) =>
        connection is { Kind: SsoKind.Saml } && SamlSettings.Read(connection.Settings, connection.Attributes, connection.Secrets) is { } settings
            ? new(connection, settings, PartyOf(http, options, connection.Slug))
            : null;

    public static SamlParty PartyOf(HttpContext http, PortalOptions options, string slug) => new(SsoAddress.Public(http, options, slug, "saml/"));
}
