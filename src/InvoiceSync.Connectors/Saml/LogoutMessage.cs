using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>
/// A log-out message whose signature held: in an address it covers the octets of the query, in a form it is inside the message
/// and only what it covered is read on. RelayState of a form is signed by nobody; it is only ever given back.
/// </summary>
sealed record LogoutMessage(XmlElement Root, string? RelayState)
{
    // The standard gives it 80 bytes; some need more, none a novel.
    const int LongestRelayState = 1024;

    public static LogoutMessage FromQuery(string query, SamlSettings settings)
    {
        var redirect = new RedirectQuery(query);
        redirect.Verify(settings.Certificates, SignaturePolicy.Strict);
        var root = StrictXml.Read(redirect.Message).DocumentElement!;
        MessageShape.Check(root);
        return new(root, redirect.RelayState);
    }

    public static LogoutMessage FromForm(string field, string? relayState, SamlSettings settings)
    {
        SamlRefusedException.Unless(relayState is null or { Length: <= LongestRelayState }, SamlFault.TooLarge);
        var root = StrictXml.Read(SamlResponses.Bytes(field)).DocumentElement!;
        MessageShape.Check(root);
        MessageShape.CheckSignatures(root.AndAllBelow, root);
        return new(new SignatureCheck(settings.Certificates, SignaturePolicy.Strict).Signed(root), string.IsNullOrEmpty(relayState) ? null : relayState);
    }

    /// <summary>The message, when it is of this kind, from this provider, to us and of now.</summary>
    public XmlElement Fit(string name, SamlSettings settings, SamlParty us, DateTimeOffset now, TimeSpan patience)
    {
        SamlRefusedException.Unless(Root.Is(name, SamlNames.Protocol), SamlFault.NotALogout);
        SamlRefusedException.Unless(Root.Plain("Version") == "2.0", SamlFault.Version);
        SamlRefusedException.Unless(Root.Plain("ID") is { Length: > 0 }, SamlFault.MalformedId);
        SamlRefusedException.Unless(Root.Only("Issuer", SamlNames.Assertion, SamlFault.Issuer)?.Text(SamlFault.Issuer).Trim() == settings.EntityId, SamlFault.Issuer);
        SamlRefusedException.Unless(Root.Plain("Destination") == us.Slo, SamlFault.Destination);
        var issued = SamlTime.Of(Root, "IssueInstant");
        SamlRefusedException.Unless(issued is not null, SamlFault.MalformedTime);
        SamlRefusedException.Unless(issued <= now + SamlTime.Skew, SamlFault.TooEarly);
        SamlRefusedException.Unless(now - patience < issued, SamlFault.Expired);
        return Root;
    }
}
