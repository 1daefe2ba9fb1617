namespace InvoiceSync.Connectors.Saml;

/// <summary>Our addresses for one connection. The entity id is the connection's own, so that an assertion for one company is for no other.</summary>
public sealed record SamlParty(Uri Home)
{
    public string EntityId => Below("metadata");

    public string Acs => Below("acs");

    public string Slo => Below("slo");

    public static SamlParty Of(Uri origin, string slug) => new(new Uri(origin, $"/sso/{slug}/saml/"));

    string Below(string name) => new Uri(Home, name).AbsoluteUri;
}
