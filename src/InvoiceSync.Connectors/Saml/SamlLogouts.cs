using System.Security.Cryptography;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Single log-out over the redirect binding, both ways. Nothing here is believed without a signature of the query.</summary>
public static class SamlLogouts
{
    const int MostSessions = 50;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static bool IsRequest(string query) => query.Contains("SAMLRequest=", StringComparison.Ordinal);

    public static SamlAnswer<SamlLogout> ReadRequest(string query, SamlSettings settings, SamlParty us, DateTimeOffset now) => Answer(() =>
    {
        var (root, relayState) = Open(query, "LogoutRequest", settings, us, now);
        var until = SamlTime.Of(root, "NotOnOrAfter");
        SamlRefusedException.Unless(until is not { } end || now - SamlTime.Skew < end, SamlFault.Expired);
        var name = NamedSubject.Read(root.Only("NameID", SamlNames.Assertion, SamlFault.NameId));
        var sessions = root.Named("SessionIndex", SamlNames.Protocol).Select(s => s.Text(SamlFault.NotALogout).Trim()).ToList();
        SamlRefusedException.Unless(sessions.Count <= MostSessions, SamlFault.NotALogout);
        return new SamlLogout(root.Plain("ID")!, name.Value, sessions, now + Patience + SamlTime.Skew, relayState);
    });

    /// <summary>The id of our request that this answers.</summary>
    public static SamlAnswer<string> ReadResponse(string query, SamlSettings settings, SamlParty us, DateTimeOffset now) => Answer(() =>
    {
        var (root, _) = Open(query, "LogoutResponse", settings, us, now);
        SamlRefusedException.Unless(root.Plain("InResponseTo") is { Length: > 0 and <= 256 }, SamlFault.InResponseTo);
        return root.Plain("InResponseTo")!;
    });

    public static string Request(SamlSettings settings, SamlParty us, string id, string nameId, string? format, string? sessionIndex, DateTimeOffset now) =>
        SamlRedirect.Address(
            settings.SloUrl!,
            "SAMLRequest",
            Message("LogoutRequest", settings.SloUrl!, us, id, now, null, w =>
            {
                w.Element("saml", "NameID", SamlNames.Assertion, () =>
                {
                    w.Attributes(("Format", format));
                    w.WriteString(nameId);
                });
                if (sessionIndex is not null) w.WriteElementString("samlp", "SessionIndex", SamlNames.Protocol, sessionIndex);
            }),
            null,
            settings.SigningKey);

    public static string Response(SamlSettings settings, SamlParty us, SamlLogout answered, DateTimeOffset now) =>
        SamlRedirect.Address(
            settings.SloResponseUrl!,
            "SAMLResponse",
            Message("LogoutResponse", settings.SloResponseUrl!, us, SamlRequests.NewId(), now, answered.Id, w =>
                w.Element("samlp", "Status", SamlNames.Protocol, () => w.Element("samlp", "StatusCode", SamlNames.Protocol, () => w.Attributes(("Value", SamlNames.Success))))),
            answered.RelayState,
            settings.SigningKey);

    static string Message(string name, string destination, SamlParty us, string id, DateTimeOffset now, string? inResponseTo, Action<XmlWriter> rest) =>
        SamlXml.Write(w => w.Element("samlp", name, SamlNames.Protocol, () =>
        {
            w.Attributes(("ID", id), ("Version", "2.0"), ("IssueInstant", SamlTime.Text(now)), ("Destination", destination), ("InResponseTo", inResponseTo));
            w.Issuer(us.EntityId);
            rest(w);
        }));

    static (XmlElement Root, string? RelayState) Open(string query, string name, SamlSettings settings, SamlParty us, DateTimeOffset now)
    {
        var redirect = new RedirectQuery(query);
        redirect.Verify(settings.Certificates, SignaturePolicy.Strict);
        var root = StrictXml.Read(redirect.Message).DocumentElement!;
        SamlRefusedException.Unless(root.Is(name, SamlNames.Protocol), SamlFault.NotALogout);
        MessageShape.Check(root);
        SamlRefusedException.Unless(root.Plain("Version") == "2.0", SamlFault.Version);
        SamlRefusedException.Unless(root.Plain("ID") is { Length: > 0 }, SamlFault.MalformedId);
        SamlRefusedException.Unless(root.Only("Issuer", SamlNames.Assertion, SamlFault.Issuer)?.Text(SamlFault.Issuer).Trim() == settings.EntityId, SamlFault.Issuer);
        SamlRefusedException.Unless(root.Plain("Destination") == us.Slo, SamlFault.Destination);
        var issued = SamlTime.Of(root, "IssueInstant");
        SamlRefusedException.Unless(issued is not null, SamlFault.MalformedTime);
        SamlRefusedException.Unless(issued <= now + SamlTime.Skew, SamlFault.TooEarly);
        SamlRefusedException.Unless(now - Patience < issued, SamlFault.Expired);
        return (root, redirect.RelayState);
    }

    static SamlAnswer<T> Answer<T>(Func<T> read)
    {
        try
        {
            return new SamlAnswer<T>.Proved(read());
        }
        catch (SamlRefusedException refused)
        {
            return new SamlAnswer<T>.Refused(refused.Fault);
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException)
        {
            return new SamlAnswer<T>.Refused(SamlFault.SignatureShape);
        }
    }
}
