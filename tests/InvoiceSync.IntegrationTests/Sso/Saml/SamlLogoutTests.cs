using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>Signing out here signs out there and the other way round; nobody else can make us sign anybody out.</summary>
public sealed partial class SamlLogoutTests(SamlScene saml) : IClassFixture<SamlScene>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_signs_out_here_is_signed_out_at_the_provider_and_comes_back()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        using var left = await browser.Submit($"/t/{link.Scene.Slug}/account", "/sign-out", []);
        Assert.Equal(0, await link.Sessions());
        var there = WebUtility.HtmlDecode(Target().Match(await left.Content.ReadAsStringAsync(Ct)).Groups["url"].Value);
        Assert.StartsWith(new Uri(link.Idp.Address, "/slo?SAMLRequest=").OriginalString, there, StringComparison.Ordinal);

        using var ended = await browser.Http.GetAsync(new Uri(there), Ct);
        Assert.True(ended.StatusCode == HttpStatusCode.Found, await ended.Content.ReadAsStringAsync(Ct));
        using var back = await browser.Http.GetAsync(ended.Headers.Location, Ct);
        Assert.Equal("/sign-in", back.Headers.Location!.OriginalString);
        using var again = await browser.Http.GetAsync(ended.Headers.Location, Ct);
        Assert.StartsWith("/sso/refused", again.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_signs_out_at_the_provider_is_signed_out_here_and_it_is_told_so()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        using var asked = await browser.Http.GetAsync(new Uri(link.Idp.Address, "/leave"), Ct);
        Assert.StartsWith(link.Us.Slo, asked.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var done = await browser.Http.GetAsync(asked.Headers.Location, Ct);
        Assert.Equal(0, await link.Sessions());

        using var heard = await browser.Http.GetAsync(done.Headers.Location, Ct);
        Assert.True(heard.StatusCode == HttpStatusCode.OK, await heard.Content.ReadAsStringAsync(Ct));
        using var replayed = await browser.Http.GetAsync(asked.Headers.Location, Ct);
        Assert.StartsWith("/sso/refused", replayed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal("saml.logout_used", await link.Outcome());
    }

    [Fact]
    public async Task A_log_out_of_another_session_name_or_connection_ends_nothing_of_mine()
    {
        var (mine, other) = (await saml.Link(), await saml.Link());
        using var browser = new Browser(mine.Portal);
        await mine.Tell();
        await mine.SignIn(browser);
        await Send(browser, mine, Logout(mine, "alice", "_another-session"));
        await Send(browser, mine, Logout(mine, "ALICE", null));
        await Send(browser, other, Logout(other, "alice", null));
        Assert.Equal(1, await mine.Sessions());

        await Send(browser, mine, Logout(mine, "alice", null));
        Assert.Equal(0, await mine.Sessions());
    }

    [Fact]
    public async Task A_log_out_in_a_form_counts_when_it_is_signed_inside_and_its_answer_goes_back()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        using var stranger = SamlIdp.NewCertificate();
        foreach (var (xml, reason) in new[] { (Message(link, "alice", null), "saml.not_signed"), (Inside(Message(link, "alice", null), stranger), "saml.signature_mismatch"), ("<a/>", "saml.not_signed") })
        {
            await Post(browser, link, "SAMLRequest", xml);
            Assert.Equal(reason, await link.Outcome());
        }

        await Post(browser, link, "SAMLOther", "<a/>");
        Assert.Equal("saml.form_unreadable", await link.Outcome());
        Assert.Equal(1, await link.Sessions());
        var good = Inside(Message(link, "alice", null), link.Idp.Certificate);
        var back = await Post(browser, link, "SAMLRequest", good);
        Assert.StartsWith(new Uri(link.Idp.Address, "/slo?SAMLResponse=").OriginalString, back, StringComparison.Ordinal);
        Assert.Contains("RelayState=theirs", back, StringComparison.Ordinal);
        Assert.Equal(0, await link.Sessions());
        await Post(browser, link, "SAMLRequest", good);
        Assert.Equal("saml.logout_used", await link.Outcome());
    }

    [Fact]
    public async Task An_answer_in_a_form_brings_back_who_signed_out_here_once_and_nobody_else()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        using var left = await browser.Submit($"/t/{link.Scene.Slug}/account", "/sign-out", []);
        var there = new Uri(WebUtility.HtmlDecode(Target().Match(await left.Content.ReadAsStringAsync(Ct)).Groups["url"].Value));
        var asked = Regex.Match(Unpacked(System.Web.HttpUtility.ParseQueryString(there.Query)["SAMLRequest"]!), " ID=\"(?<id>[^\"]+)").Groups["id"].Value;
        var answer = Inside(Message(link, null, null, $"InResponseTo=\"{asked}\""), link.Idp.Certificate);
        using var other = new Browser(link.Portal);
        Assert.StartsWith("/sso/refused", await Post(other, link, "SAMLResponse", answer), StringComparison.Ordinal);

        var again = Inside(Message(link, null, null, $"InResponseTo=\"{asked}\""), link.Idp.Certificate);
        Assert.Equal("/sign-in", await Post(browser, link, "SAMLResponse", again));
        Assert.StartsWith("/sso/refused", await Post(browser, link, "SAMLResponse", again), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_out_nobody_signed_or_a_stranger_did_ends_nothing()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        var good = Logout(link, "alice", null);
        using var stranger = SamlIdp.NewCertificate();
        foreach (var (query, reason) in new[]
                 {
                     (good.Split("&SigAlg")[0], "saml.not_signed"),
                     (Logout(link, "alice", null, stranger), "saml.signature_mismatch"),
                     (good + "&RelayState=x", "saml.signature_mismatch"),
                     ("?SAMLRequest=" + Uri.EscapeDataString(Convert.ToBase64String(Bomb())), "saml.not_signed"),
                     (Signed(Bomb(), link.Idp.Certificate), "saml.too_large"),
                     ("?SAMLRequest=%00", "saml.not_signed"),
                     ("", "saml.malformed_query"),
                 })
        {
            await Send(browser, link, query);
            Assert.Equal(reason, await link.Outcome());
        }

        Assert.Equal(1, await link.Sessions());
        await Send(browser, link, good);
        Assert.Equal(0, await link.Sessions());
    }

    static async Task Send(Browser browser, SamlLink link, string query)
    {
        using var answer = await browser.Http.GetAsync(new Uri($"/sso/{link.Slug}/saml/slo{query}", UriKind.Relative), Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
    }

    static async Task<string> Post(Browser browser, SamlLink link, string field, string xml)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { [field] = Convert.ToBase64String(Encoding.UTF8.GetBytes(xml)), ["RelayState"] = "theirs" });
        using var answer = await browser.Http.PostAsync(new Uri($"/sso/{link.Slug}/saml/slo", UriKind.Relative), form, Ct);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    // As the framework signs, behind the issuer.
    static string Inside(string xml, X509Certificate2 signer)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(xml);
        using var key = signer.GetRSAPrivateKey()!;
        var signed = new SignedXml(document) { SigningKey = key, Resolver = null! };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        var reference = new Reference("#" + document.DocumentElement!.GetAttribute("ID"));
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.ComputeSignature();
        document.DocumentElement.InsertAfter(document.ImportNode(signed.GetXml(), deep: true), document.DocumentElement.FirstChild);
        return document.OuterXml;
    }

    static string Unpacked(string field)
    {
        using var inflate = new DeflateStream(new MemoryStream(Convert.FromBase64String(field)), CompressionMode.Decompress);
        using var text = new StreamReader(inflate);
        return text.ReadToEnd();
    }

    static string Logout(SamlLink link, string name, string? session, X509Certificate2? signer = null) =>
        Signed(Packed(Encoding.UTF8.GetBytes(Message(link, name, session))), signer ?? link.Idp.Certificate);

    // A request about a name; without one the answer to ours.
    static string Message(SamlLink link, string? name, string? session, string? more = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        var kind = name is null ? "LogoutResponse" : "LogoutRequest";
        var about = (name is null ? "" : $"<saml:NameID>{name}</saml:NameID>") + (session is null ? "" : $"<samlp:SessionIndex>{session}</samlp:SessionIndex>");
        return $"""
            <samlp:{kind} xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_{Convert.ToHexString(RandomNumberGenerator.GetBytes(16))}" Version="2.0" IssueInstant="{now}" Destination="{link.Us.Slo}" {more}><saml:Issuer>{new Uri(link.Idp.Address, "/metadata").OriginalString}</saml:Issuer>{about}</samlp:{kind}>
            """;
    }

    static string Signed(byte[] message, X509Certificate2 signer)
    {
        var query = $"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(message))}&SigAlg={Uri.EscapeDataString("http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")}";
        using var key = signer.GetRSAPrivateKey()!;
        return $"?{query}&Signature={Uri.EscapeDataString(Convert.ToBase64String(key.SignData(Encoding.ASCII.GetBytes(query), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)))}";
    }

    // A few kilobytes that unfold to four megabytes: what fits into an address.
    static byte[] Bomb() => Packed(new byte[4 * 1024 * 1024]);

    static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize)) deflate.Write(plain);
        return packed.ToArray();
    }

    [GeneratedRegex("""content="0;url=(?<url>[^"]+)""")]
    private static partial Regex Target();
}
