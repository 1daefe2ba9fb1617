using InvoiceSync.Access;
using InvoiceSync.Connectors.Saml;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>People come through a real SAML provider, over HTTP, into the real portal.</summary>
public sealed class SamlSignInTests(SamlScene saml) : IClassFixture<SamlScene>
{
    [Theory]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, true, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public async Task However_the_provider_signs_and_seals_the_person_gets_in(bool assertion, bool response, bool hidden)
    {
        var link = await saml.Link();
        await link.Idp.Set(new { signAssertion = assertion, signResponse = response, @sealed = hidden });
        using var browser = new Browser(link.Portal);
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
        Assert.Equal("passed", await link.Outcome());
        Assert.Equal(Roles.Manager, await link.Scene.Ask($"select roles->>0 from access.memberships m join access.sso_logins l on l.user_id = m.user_id and l.tenant_id = m.tenant_id where l.connection_id = '{link.Connection.Value}'"));
        Assert.Contains("Alice", (await browser.Get($"/t/{link.Scene.Slug}/account")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_is_the_page_that_was_wanted_and_never_what_the_answer_says()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        var wanted = $"/t/{link.Scene.Slug}/sales?search=x";
        var answer = await link.Answer(browser, $"/sso/{link.Slug}/start?returnUrl={Uri.EscapeDataString(wanted)}");
        Assert.Equal(wanted, await link.Post(browser, answer, "https://evil.example/"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task A_way_back_to_elsewhere_is_forgotten(string elsewhere)
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, await link.Answer(browser, $"/sso/{link.Slug}/start?returnUrl={Uri.EscapeDataString(elsewhere)}"), elsewhere));
    }

    [Fact]
    public async Task The_provider_may_begin_only_where_that_was_switched_on()
    {
        var off = await saml.Link();
        using var browser = new Browser(off.Portal);
        await off.Refused(browser, await off.Post(browser, await off.Field(new Uri(off.Idp.Address, "/sso"))), "saml.not_asked");

        var on = await saml.Link(new Dictionary<string, string> { ["idp_initiated"] = "true" });
        var field = await on.Field(new Uri(on.Idp.Address, "/sso"));
        Assert.Equal($"/t/{on.Scene.Slug}/", await on.Post(browser, field));
        using var thief = new Browser(on.Portal);
        await on.Refused(thief, await on.Post(thief, field), "saml.answer_used");

        await on.Idp.Set(new { inResponseTo = "_nobody-asked-this" });
        await on.Refused(thief, await on.Post(thief, await on.Field(new Uri(on.Idp.Address, "/sso"))), "saml.request_unknown");
    }

    [Fact]
    public async Task Keys_of_the_provider_roll_over_with_both_known_and_the_old_one_stops_when_it_is_taken_out()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        var old = link.Idp.Certificate;
        await link.Idp.Rotate(keepOld: true);
        await link.Refused(browser, await link.SignIn(browser), "saml.signature_mismatch");

        await Certificates(link, [old, link.Idp.Certificate]);
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
        await Certificates(link, [old]);
        using var other = new Browser(link.Portal);
        await link.Refused(other, await link.SignIn(other), "saml.signature_mismatch");
    }

    [Fact]
    public async Task Our_key_rolls_over_and_what_was_sealed_for_the_one_before_still_opens()
    {
        var link = await saml.Link();
        await link.Idp.Set(new { @sealed = true });
        using var browser = new Browser(link.Portal);
        var answer = await link.Answer(browser);
        await link.Scene.Portal.Send(link.Scene.Owner, new RenewSamlKey(link.Connection));
        await link.Fresh();
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.Post(browser, answer));

        await link.Tell();
        await link.Idp.Set(new { @sealed = true });
        Assert.Equal($"/t/{link.Scene.Slug}/", await link.SignIn(browser));
    }

    [Fact]
    public async Task An_owners_test_proves_the_connection_and_signs_nobody_in()
    {
        var link = await saml.Link();
        await link.Idp.Set(new { user = new { id = "boss", email = $"owner@{link.Scene.Domain}", name = "Boss", groups = Array.Empty<string>() } });
        using var browser = new Browser(link.Portal);
        var start = await link.Scene.Portal.Send(link.Scene.Owner, new BeginSsoTest(link.Connection));
        Assert.Equal($"/t/{link.Scene.Slug}/settings/sso/{link.Connection}", await link.Post(browser, await link.Answer(browser, start)));
        Assert.DoesNotContain(browser.Cookies, c => c.Name.Contains("session", StringComparison.Ordinal));
        Assert.NotNull((await link.Scene.Portal.Ask(link.Scene.Owner, new ListSsoConnections())).Single(c => c.Id == link.Connection).ProvedAt);
    }

    [Fact]
    public async Task A_proof_asks_the_provider_to_have_the_person_sign_in_anew()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        await link.SignIn(browser);
        using var begun = await browser.Http.GetAsync(new Uri($"/t/{link.Scene.Slug}/account/proof/{link.Connection}", UriKind.Relative), TestContext.Current.CancellationToken);
        var start = begun.Headers.Location!.OriginalString;
        Assert.Equal($"/t/{link.Scene.Slug}/account/proved", await link.Post(browser, await link.Answer(browser, start)));
        Assert.Equal("passed", await link.Outcome());
    }

    [Fact]
    public async Task Our_metadata_is_given_to_anybody_and_other_kinds_have_none()
    {
        var link = await saml.Link();
        using var browser = new Browser(link.Portal);
        using var login = await browser.Http.GetAsync(new Uri($"/sso/{link.Slug}/saml/login?returnUrl=%2Fx", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal($"/sso/{link.Slug}/start?returnUrl=%2Fx", login.Headers.Location!.OriginalString);
        var (_, xml) = await browser.Get($"/sso/{link.Slug}/saml/metadata");
        Assert.Contains($"entityID=\"{link.Us.EntityId}\"", xml, StringComparison.Ordinal);
        var oidc = (string)(await link.Scene.Ask($"select slug from access.sso_connections where id = '{link.Scene.Connection.Value}'"))!;
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get($"/sso/{oidc}/saml/metadata")).Status);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.Get("/sso/00000000000000000000/saml/metadata")).Status);
    }

    static async Task Certificates(SamlLink link, System.Security.Cryptography.X509Certificates.X509Certificate2[] certificates)
    {
        await link.Scene.Portal.Send(link.Scene.Owner, new UpdateSsoConnection(link.Connection, Settings: new Dictionary<string, string> { ["certificates"] = SamlCertificates.Write(certificates) }));
        await link.Fresh();
    }
}
