using System.IO.Compression;
using InvoiceSync.Connectors.Saml;

namespace InvoiceSync.Tests.Connectors.Saml;

/// <summary>A log-out that is not proved is a way to throw people out; one that is not limited is a way to fill the memory.</summary>
public sealed class SamlLogoutsTests
{
    static readonly Dictionary<string, (SamlFault Fault, Func<string> Query)> Hostile = new(StringComparer.Ordinal)
    {
        ["unsigned"] = (SamlFault.NotSigned, () => Provider.Query(Provider.Logout()).Split("&SigAlg")[0]),
        ["without its algorithm"] = (SamlFault.NotSigned, () => Without(Provider.Query(Provider.Logout()), "SigAlg")),
        ["of another key"] = (SamlFault.SignatureMismatch, () => Provider.Query(Provider.Logout(), signer: Keys.Attacker)),
        ["with SHA-1"] = (SamlFault.SignatureMethod, () => Provider.Query(Provider.Logout(), algorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1")),
        ["with a changed relay state"] = (SamlFault.SignatureMismatch, () => Provider.Query(Provider.Logout(), relayState: "a").Replace("RelayState=a", "RelayState=b", StringComparison.Ordinal)),
        ["with a relay state added"] = (SamlFault.SignatureMismatch, () => Provider.Query(Provider.Logout()) + "&RelayState=b"),
        ["encoded in another way"] = (SamlFault.SignatureMismatch, () => Provider.Query(Provider.Logout()).Replace("%3A", "%3a", StringComparison.Ordinal)),
        ["with a parameter twice"] = (SamlFault.MalformedQuery, () => Provider.Query(Provider.Logout()) + "&SAMLRequest=x"),
        ["with a parameter in disguise"] = (SamlFault.MalformedQuery, () => Provider.Query(Provider.Logout()) + "&%53AMLRequest=x"),
        ["request and response"] = (SamlFault.MalformedQuery, () => Provider.Query(Provider.Logout()) + "&SAMLResponse=x"),
        ["nothing"] = (SamlFault.MalformedQuery, () => "?RelayState=a"),
        ["of many kilobytes"] = (SamlFault.TooLarge, () => "?SAMLRequest=" + new string('A', 70_000)),
        ["not deflated"] = (SamlFault.NotDeflated, () => Provider.Signed("SAMLRequest=" + Uri.EscapeDataString(Convert.ToBase64String([0xFF, 0xFF])))),
        ["not base64"] = (SamlFault.NotBase64, () => Provider.Signed("SAMLRequest=~~~")),
        ["a kilobyte that unfolds to a gigabyte"] = (SamlFault.TooLarge, () => Provider.Signed("SAMLRequest=" + Uri.EscapeDataString(Convert.ToBase64String(Bomb())))),
        ["with a comment"] = (SamlFault.Comment, () => Provider.Query(Provider.Logout().Replace("alice@", "al<!---->ice@", StringComparison.Ordinal))),
        ["with a DTD"] = (SamlFault.DocumentType, () => Provider.Query("<!DOCTYPE x []>" + Provider.Logout())),
        ["another message"] = (SamlFault.NotALogout, () => Provider.Query(Provider.Logout("AuthnRequest"))),
        ["an answer in the place of a request"] = (SamlFault.NotALogout, () => Provider.Query(Provider.Logout("LogoutResponse"))),
        ["of another provider"] = (SamlFault.Issuer, () => Provider.Query(Provider.Logout(issuer: "https://evil.example"))),
        ["for another place"] = (SamlFault.Destination, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\" Destination=\"https://portal.example/sso/beta/saml/slo\""))),
        ["for no place"] = (SamlFault.Destination, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\""))),
        ["of another version"] = (SamlFault.Version, () => Provider.Query(Provider.Logout(attributes: "Version=\"1.1\""))),
        ["of an hour ago"] = (SamlFault.Expired, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(-60)}\" Destination=\"{Provider.Us.Slo}\""))),
        ["over"] = (SamlFault.Expired, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(-5)}\" Destination=\"{Provider.Us.Slo}\" NotOnOrAfter=\"{Draft.At(-3)}\""))),
        ["of tomorrow"] = (SamlFault.TooEarly, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" IssueInstant=\"{Draft.At(1440)}\" Destination=\"{Provider.Us.Slo}\""))),
        ["without a time"] = (SamlFault.MalformedTime, () => Provider.Query(Provider.Logout(attributes: $"Version=\"2.0\" Destination=\"{Provider.Us.Slo}\""))),
        ["of nobody"] = (SamlFault.NameId, () => Provider.Query(Provider.Logout(body: ""))),
        ["of two people"] = (SamlFault.NameId, () => Provider.Query(Provider.Logout(body: "<saml:NameID>a</saml:NameID><saml:NameID>b</saml:NameID>"))),
    };

    public static TheoryData<string> Names => [.. Hostile.Keys];

    [Fact]
    public void A_signed_log_out_is_read()
    {
        var logout = Assert.IsType<SamlAnswer<SamlLogout>.Proved>(SamlLogouts.ReadRequest(Provider.Query(Provider.Logout(), relayState: "a b&c"), Provider.Settings, Provider.Us, Draft.Now)).What;
        Assert.Equal(("_logout1", "alice@acme.test", "a b&c"), (logout.Id, logout.NameId, logout.RelayState));
        Assert.Equal(["_session1"], logout.SessionIndexes);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_for_its_own_reason(string name)
    {
        var answer = SamlLogouts.ReadRequest(Hostile[name].Query(), Provider.Settings, Provider.Us, Draft.Now);
        Assert.Equal(Hostile[name].Fault, Assert.IsType<SamlAnswer<SamlLogout>.Refused>(answer).Fault);
    }

    [Fact]
    public void The_order_in_which_parameters_arrive_does_not_matter_only_what_they_say()
    {
        var parts = Provider.Query(Provider.Logout(), relayState: "a").TrimStart('?').Split('&');
        Assert.IsType<SamlAnswer<SamlLogout>.Proved>(SamlLogouts.ReadRequest("?" + string.Join('&', parts.Reverse()), Provider.Settings, Provider.Us, Draft.Now));
    }

    [Fact]
    public void An_answer_names_the_question_and_is_signed_too()
    {
        var xml = Provider.Logout("LogoutResponse", $"Version=\"2.0\" IssueInstant=\"{Draft.At(0)}\" Destination=\"{Provider.Us.Slo}\" InResponseTo=\"_ours\"", body: "");
        Assert.Equal("_ours", Assert.IsType<SamlAnswer<string>.Proved>(SamlLogouts.ReadResponse(Provider.Query(xml, "SAMLResponse"), Provider.Settings, Provider.Us, Draft.Now)).What);
        Assert.IsType<SamlAnswer<string>.Refused>(SamlLogouts.ReadResponse(Provider.Query(xml, "SAMLResponse", Keys.Attacker), Provider.Settings, Provider.Us, Draft.Now));
    }

    [Fact]
    public void What_we_send_can_be_checked_with_our_certificate()
    {
        var logout = new SamlLogout("_theirs", "alice", [], Draft.Now, "their state");
        string[] addresses =
        [
            SamlLogouts.Request(Provider.Settings, Provider.Us, "_ours", "alice & <co>", SamlNames.Unspecified, "_session1", Draft.Now),
            SamlLogouts.Response(Provider.Settings, Provider.Us, logout, Draft.Now),
            SamlRequests.Login(Provider.Settings, Provider.Us, "_ours", Draft.Now),
        ];
        foreach (var address in addresses)
        {
            var query = new RedirectQuery(new Uri(address).Query);
            query.Verify([Keys.Sp], SignaturePolicy.Strict);
            Assert.Equal(SamlFault.SignatureMismatch, Assert.Throws<SamlRefusedException>(() => query.Verify([Keys.Idp], SignaturePolicy.Strict)).Fault);
            Assert.NotNull(StrictXml.Read(query.Message).DocumentElement);
        }

        Assert.StartsWith("https://idp.example/slo?tenant=1&SAMLRequest=", addresses[0], StringComparison.Ordinal);
        Assert.Equal("their state", new RedirectQuery(new Uri(addresses[1]).Query).RelayState);
    }

    static string Without(string query, string name) => "?" + string.Join('&', query.TrimStart('?').Split('&').Where(p => !p.StartsWith(name, StringComparison.Ordinal)));

    static byte[] Bomb()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
            for (var i = 0; i < 40; i++) deflate.Write(new byte[1024 * 1024]);
        return packed.ToArray();
    }
}
