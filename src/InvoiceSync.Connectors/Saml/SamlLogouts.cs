using System.Security.Cryptography;
using System.Xml;

namespace InvoiceSync.Connectors.Saml;

/// <summary>Single log-out, both ways: what comes may come in an address or in a form, what goes goes in an address. Nothing is believed unsigned.</summary>
public static class SamlLogouts
{
    const int MostSessions = 50;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static bool IsRequest(string query) => query.Contains("SAMLRequest=", StringComparison.Ordinal);

    public static SamlAnswer<SamlLogout> ReadRequest(string query, SamlSettings settings, SamlParty us, DateTimeOffset now) =>
        Answer(() => Asked(LogoutMessage.FromQuery(query, settings), settings, us, now));

    /// <summary>The same in a form: the field SAMLRequest, signed inside.</summary>
    public static SamlAnswer<SamlLogout> ReadPostedRequest(string field, string? relayState, SamlSettings settings, SamlParty us, DateTimeOffset now) =>
        Answer(() => Asked(LogoutMessage.FromForm(field, relayState, settings), settings, us, now));

    /// <summary>The id of our request that this answers.</summary>
    public static SamlAnswer<string> ReadResponse(string query, SamlSettings settings, SamlParty us, DateTimeOffset now) =>
        Answer(() => Answered(LogoutMessage.FromQuery(query, settings), settings, us, now));

    /// <summary>The same in a form: the field SAMLResponse, signed inside.</summary>
    public static SamlAnswer<string> ReadPostedResponse(string field, SamlSettings settings, SamlParty us, DateTimeOffset now) =>
        Answer(() => Answered(LogoutMessage.FromForm(field, null, settings), settings, us, now));

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

    static SamlLogout Asked(LogoutMessage message, SamlSettings settings, SamlParty us, DateTimeOffset now)
    {
        var root = message.Fit("LogoutRequest", settings, us, now, Patience);
        SamlRefusedException.Unless(SamlTime.Of(root, "NotOnOrAfter") is not { } end || now - SamlTime.Skew < end, SamlFault.Expired);
        var name = NamedSubject.Read(root.Only("NameID", SamlNames.Assertion, SamlFault.NameId));
        var sessions = root.Named("SessionIndex", SamlNames.Protocol).Select(s => s.Text(SamlFault.NotALogout).Trim()).ToList();
        SamlRefusedException.Unless(sessions.Count <= MostSessions, SamlFault.NotALogout);
        return new(root.Plain("ID")!, name.Value, sessions, now + Patience + SamlTime.Skew, message.RelayState);
    }

    static string Answered(LogoutMessage message, SamlSettings settings, SamlParty us, DateTimeOffset now)
    {
        var root = message.Fit("LogoutResponse", settings, us, now, Patience);
        SamlRefusedException.Unless(root.Plain("InResponseTo") is { Length: > 0 and <= 256 }, SamlFault.InResponseTo);
        return root.Plain("InResponseTo")!;
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
