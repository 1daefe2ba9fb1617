using System.Text;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>Answers that must not let anybody in, at the real address. The catalogue of documents is in the unit tests; here is what needs stores, cookies and two companies.</summary>
public sealed class HostileAnswerTests(SamlScene saml) : IClassFixture<SamlScene>
{
    static async Task<IEnumerable<string>> Tests(SamlLink link) =>
        (await link.Scene.Portal.Ask(link.Scene.Owner, new ListSsoAttempts(link.Connection))).Where(a => a.IsTest).Select(a => a.Outcome);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_counts_once_and_only_in_the_browser_that_asked()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        using var thief = new Browser(link.Portal);
        var answer = await link.Answer(browser);
        await link.Refused(thief, await link.Post(thief, answer), "saml.request_unknown");
        await link.Answer(thief);
        await link.Refused(thief, await link.Post(thief, answer), "saml.request_unknown");

        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, answer));
        await link.Post(browser, answer);
        Assert.Equal("saml.answer_used", await link.Outcome());
        Assert.Equal(1, await link.Sessions());
    }

    [Fact]
    public async Task A_test_whose_answer_is_refused_at_its_signature_has_failed_for_that_reason_and_only_in_its_own_browser()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        using var thief = new Browser(link.Portal);
        await link.Answer(thief); // has a cookie and a question of its own
        await link.Idp.Set(new { signAssertion = false });
        var answer = await link.Answer(browser, await link.Scene.Portal.Send(link.Scene.Owner, new BeginSsoTest(link.Connection)));
        await link.Post(thief, answer);
        Assert.Equal(["begun"], await Tests(link));

        await link.Refused(browser, await link.Post(browser, answer), "saml.not_signed");
        Assert.Equal(["saml.not_signed"], await Tests(link));
        Assert.Null((await link.Scene.Portal.Ask(link.Scene.Owner, new ListSsoConnections())).Single(c => c.Id == link.Connection).ProvedAt);
    }

    [Fact]
    public async Task Two_tabs_have_a_question_each()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        var (first, second) = (await link.Answer(browser), await link.Answer(browser));
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, second));
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, first));
    }

    [Fact]
    public async Task One_companys_answer_opens_no_other_companys_door()
    {
        var (mine, other) = (await saml.Link(), await saml.Link());
        await mine.Tell();
        using var browser = new Browser(mine.Portal);
        var answer = await mine.Answer(browser);
        using var asked = await browser.Http.GetAsync(new Uri($"/sso/{other.Slug}/start", UriKind.Relative), Ct);
        await other.Refused(browser, await mine.Post(browser, answer, slug: other.Slug), "saml.destination");

        // Even where the provider writes the other address on it: the person asked at another door.
        await mine.Idp.Set(new { destination = other.Us.Acs, recipient = other.Us.Acs });
        await other.Refused(browser, await mine.Post(browser, await mine.Answer(browser), slug: other.Slug), "saml.audience");
        await mine.Idp.Set(new { audience = other.Us.EntityId });
        await other.Refused(browser, await mine.Post(browser, await mine.Answer(browser), slug: other.Slug), "saml.request_unknown");
        Assert.Equal(0, await other.Sessions());
    }

    [Theory]
    [InlineData("signAssertion", false, "saml.not_signed")]
    [InlineData("recipient", "https://elsewhere.example/acs", "saml.recipient")]
    [InlineData("destination", "https://elsewhere.example/acs", "saml.destination")]
    [InlineData("audience", "https://elsewhere.example", "saml.audience")]
    [InlineData("inResponseTo", "_somebody-elses", "saml.request_unknown")]
    [InlineData("algorithm", "rsa-sha1", "saml.signature_method")]
    [InlineData("digest", "sha1", "saml.digest_method")]
    [InlineData("format", "urn:oasis:names:tc:SAML:2.0:nameid-format:transient", "saml.name_id_format")]
    public async Task What_the_provider_does_wrong_is_refused_and_done_right_gets_in(string setting, object value, string reason)
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.Idp.Set(new Dictionary<string, object> { [setting] = value });
        await link.Refused(browser, await link.SignIn(browser), reason);
        await link.Tell();
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
    }

    [Theory]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes256-cbc")]
    [InlineData("http://www.w3.org/2001/04/xmlenc#aes128-cbc")]
    public async Task What_is_sealed_with_chained_blocks_stays_closed(string cipher)
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.Idp.Set(new { @sealed = true, cipher });
        await link.Refused(browser, await link.SignIn(browser), "saml.not_decrypted");
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "comment", "saml.comment" },
        { "doctype", "saml.document_type" },
        { "name", "saml.digest_mismatch" },
        { "twice", "saml.duplicate_id" },
        { "utf16", "saml.not_utf8" },
        { "deep", "saml.too_deep" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task What_is_changed_on_the_way_is_refused(string change, string reason)
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        var xml = Encoding.UTF8.GetString(Convert.FromBase64String(await link.Answer(browser)));
        var assertion = xml[xml.IndexOf("<saml:Assertion", StringComparison.Ordinal)..(xml.IndexOf("</saml:Assertion>", StringComparison.Ordinal) + 17)];
        var changed = change switch
        {
            "comment" => Encoding.UTF8.GetBytes(xml.Replace(">alice<", ">al<!---->ice<", StringComparison.Ordinal)),
            "doctype" => Encoding.UTF8.GetBytes("<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x\">" + xml),
            "name" => Encoding.UTF8.GetBytes(xml.Replace(">alice<", ">boss<", StringComparison.Ordinal)),
            "twice" => Encoding.UTF8.GetBytes(xml.Replace(assertion, assertion + assertion, StringComparison.Ordinal)),
            "utf16" => Encoding.Unicode.GetBytes(xml),
            _ => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<x>", 20_000)) + string.Concat(Enumerable.Repeat("</x>", 20_000))),
        };
        await link.Refused(browser, await link.Post(browser, Convert.ToBase64String(changed)), reason);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("https://evil.example/")]
    [InlineData("long")]
    public async Task A_relay_state_leads_nowhere(string relayState)
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        var text = relayState == "long" ? new string('a', 64 * 1024) : relayState;
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, await link.Answer(browser), text));
    }

    [Fact]
    public async Task Forms_that_are_no_answer_are_refused_and_none_breaks_the_portal()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.Refused(browser, await link.Post(browser, new string('A', 600 * 1024)), "saml.form_unreadable");
        await link.Refused(browser, await link.Post(browser, ""), "saml.form_unreadable");
        await link.Refused(browser, await link.Post(browser, "%%%"), "saml.not_base64");
        Assert.Equal("/sso/refused", (await link.Post(browser, "PHg+", slug: "00000000000000000000")).Split('?')[0]);

        using var json = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await browser.Http.PostAsync(new Uri($"/sso/{link.Slug}/saml/acs", UriKind.Relative), json, Ct);
        Assert.StartsWith("/sso/refused", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
