using System.Security.Cryptography;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Asks the provider to prove a person: the address to send the browser to. There is no RelayState: what it was for is kept with the id.</summary>
public static class SamlRequests
{
    /// <summary>An id nobody can guess; xs:ID may not begin with a digit.</summary>
    public static string NewId() => "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public static string Login(SamlSettings settings, SamlParty us, string id, DateTimeOffset now, bool anew = false)
    {
        var xml = SamlXml.Write(w => w.Element("samlp", "AuthnRequest", SamlNames.Protocol, () =>
        {
            w.Attributes(
                ("ID", id),
                ("Version", "2.0"),
                ("IssueInstant", SamlTime.Text(now)),
                ("Destination", settings.SsoUrl),
                ("AssertionConsumerServiceURL", us.Acs),
                ("ProtocolBinding", SamlNames.PostBinding),
                ("ForceAuthn", anew ? "true" : null));
            w.Issuer(us.EntityId);
            w.Element("samlp", "NameIDPolicy", SamlNames.Protocol, () => w.Attributes(("Format", settings.NameIdFormat ?? SamlNames.Unspecified), ("AllowCreate", "true")));
        }));
        return SamlRedirect.Address(settings.SsoUrl, "SAMLRequest", xml, null, settings.UnsignedRequests ? null : settings.SigningKey);
    }
}
