using System.Text;
using System.Xml;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>Log-outs in a form: the signature is inside the message, and only what it covers is read.</summary>
public sealed class PostedLogoutsTests
{
    static readonly Dictionary<string, (SamlFault Fault, Func<string> Xml)> Hostile = new(StringComparer.Ordinal)
    {
        ["unsigned"] = (SamlFault.NotSigned, () => Provider.Logout()),
        ["of another key"] = (SamlFault.SignatureMismatch, () => Signed(Provider.Logout(), new() { Certificate = Keys.Attacker })),
        ["with SHA-1"] = (SamlFault.SignatureMethod, () => Signed(Provider.Logout(), new() { SignatureMethod = "http://www.w3.org/2000/09/xmldsig#rsa-sha1" })),
        ["of a changed name"] = (SamlFault.DigestMismatch, () => Signed(Provider.Logout()).Replace("alice@acme.test", "admin@acme.test", StringComparison.Ordinal)),
        ["of a changed session"] = (SamlFault.DigestMismatch, () => Signed(Provider.Logout()).Replace("_session1<", "_session2<", StringComparison.Ordinal)),
        ["with a session added"] = (SamlFault.DigestMismatch, () => Signed(Provider.Logout()).Replace("</samlp:LogoutRequest>", "<samlp:SessionIndex>x</samlp:SessionIndex></samlp:LogoutRequest>", StringComparison.Ordinal)),
        ["with its signature below the name"] = (SamlFault.SignatureMisplaced, () => Moved(Signed(Provider.Logout()), "NameID")),
        ["with its signature before the issuer"] = (SamlFault.SignatureMisplaced, First),
        ["with a second signature"] = (SamlFault.SeveralSignatures, () => Twice(Signed(Provider.Logout()))),
        ["signed as a whole document"] = (SamlFault.ReferenceUri, () => Signed(Provider.Logout(), new() { Uri = _ => "" })),
        ["wrapped around a signed one"] = (SamlFault.SignatureMisplaced, Wrapped),
        ["with an object"] = (SamlFault.ForbiddenElement, () => Signed(Provider.Logout()).Replace("</Signature>", "<Object/></Signature>", StringComparison.Ordinal)),
        ["with a comment"] = (SamlFault.Comment, () => Signed(Provider.Logout()).Replace("alice@", "al<!---->ice@", StringComparison.Ordinal)),
        ["with a DTD"] = (SamlFault.DocumentType, () => "<!DOCTYPE x []>" + Signed(Provider.Logout())),
        ["an answer in the place of a request"] = (SamlFault.NotALogout, () => Signed(Provider.Logout("LogoutResponse"))),
        ["of another provider"] = (SamlFault.Issuer, () => Signed(Provider.Logout(issuer: "https://evil.example"))),
        ["for another place"] = (SamlFault.Destination, () => Signed(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\" Destination=\"https://portal.example/sso/beta/saml/slo\""))),
        ["of an hour ago"] = (SamlFault.Expired, () => Signed(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(-60)}\" Destination=\"{Provider.Us.Slo}\""))),
        ["of nobody"] = (SamlFault.NameId, () => Signed(Provider.Logout(body: ""))),
    };

    public static TheoryData<string> Names => [.. Hostile.Keys];

    [Fact]
    public void A_signed_log_out_is_read_with_what_is_to_be_given_back()
    {
        var logout = Assert.IsType<SamlAnswer<SamlLogout>.Proved>(Read(Signed(Provider.Logout()), "their state")).What;
        Assert.Equal(("_logout1", "alice@acme.test", "their state"), (logout.Id, logout.NameId, logout.RelayState));
        Assert.Equal(["_session1"], logout.SessionIndexes);
        Assert.Null(Assert.IsType<SamlAnswer<SamlLogout>.Proved>(Read(Signed(Provider.Logout()), "")).What.RelayState);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name) =>
        Assert.Equal(Hostile[name].Fault, Assert.IsType<SamlAnswer<SamlLogout>.Refused>(Read(Hostile[name].Xml())).Fault);

    [Fact]
    public void What_is_no_base64_or_brings_a_novel_back_is_refused()
    {
        Assert.Equal(SamlFault.NotBase64, Assert.IsType<SamlAnswer<SamlLogout>.Refused>(SamlLogouts.ReadPostedRequest("~~~", null, Provider.Settings, Provider.Us, Draft.Now)).Fault);
        Assert.Equal(SamlFault.TooLarge, Assert.IsType<SamlAnswer<SamlLogout>.Refused>(Read(Signed(Provider.Logout()), new string('a', 1025))).Fault);
    }

    [Fact]
    public void An_answer_names_the_question_and_is_signed_too()
    {
        var xml = Provider.Logout("LogoutResponse", $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\" Destination=\"{Provider.Us.Slo}\" InResponseTo=\"_ours\"", body: "");
        Assert.Equal("_ours", Assert.IsType<SamlAnswer<string>.Proved>(Answered(Signed(xml))).What);
        Assert.Equal(SamlFault.NotSigned, Assert.IsType<SamlAnswer<string>.Refused>(Answered(xml)).Fault);
        Assert.Equal(SamlFault.DigestMismatch, Assert.IsType<SamlAnswer<string>.Refused>(Answered(Signed(xml).Replace("\"_ours\"", "\"_theirs\"", StringComparison.Ordinal))).Fault);
    }

    static SamlAnswer<SamlLogout> Read(string xml, string? relayState = null) => SamlLogouts.ReadPostedRequest(Field(xml), relayState, Provider.Settings, Provider.Us, Draft.Now);

    static SamlAnswer<string> Answered(string xml) => SamlLogouts.ReadPostedResponse(Field(xml), Provider.Settings, Provider.Us, Draft.Now);

    static string Field(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    static string Signed(string xml, Signer? signer = null)
    {
        var document = Forge.Parsed(xml.Trim());
        (signer ?? new()).Sign(document.DocumentElement!);
        return document.OuterXml;
    }

    static string Moved(string xml, string below)
    {
        var document = Forge.Parsed(xml);
        Forge.Find(document, below).AppendChild(Forge.Signature(document));
        return document.OuterXml;
    }

    static string First()
    {
        var document = Forge.Parsed(Signed(Provider.Logout()));
        document.DocumentElement!.PrependChild(Forge.Signature(document));
        return document.OuterXml;
    }

    static string Twice(string xml)
    {
        var document = Forge.Parsed(xml);
        document.DocumentElement!.InsertAfter(Forge.Signature(document).CloneNode(true), Forge.Signature(document));
        return document.OuterXml;
    }

    // XSW: the signed one hangs in an extension of a forged one.
    static string Wrapped()
    {
        var inner = Forge.Parsed(Signed(Provider.Logout()));
        var outer = Forge.Parsed(Provider.Logout(body: "<samlp:Extensions/><saml:NameID>admin@acme.test</saml:NameID>").Trim().Replace("_logout1", "_forged", StringComparison.Ordinal));
        Forge.Find(outer, "Extensions").AppendChild((XmlNode)outer.ImportNode(inner.DocumentElement!, deep: true));
        return outer.OuterXml;
    }
}
