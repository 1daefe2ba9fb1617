using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>A session that goes on in another browser: nobody is locked out, but a proof is asked for anew, and the log says so.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class DoubtSessionTests(PortalUnderTest portal)
{
    const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const string NewerFirefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:141.0) Gecko/20100101 Firefox/141.0";
    const string Chrome = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task In_another_browser_the_session_goes_on_without_its_proof_and_an_update_of_the_browser_is_none()
    {
        var ana = await portal.Person("moved");
        using var browser = new Browser(portal.Address);
        Shows(browser, Firefox);
        using (var answer = await browser.SignIn(ana.Email, Company.Password)) Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Shows(browser, NewerFirefox);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/sales")).Status);
        Assert.True((await portal.Send(await Seen(browser, ana), new CreateApiKey("before"))).Secret.Length > 0);
        Assert.Equal(0L, await Entries(ana));

        Shows(browser, Chrome);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/sales")).Status);
        var doubted = await Seen(browser, ana);
        Assert.Equal("presence.unproved", (await portal.Try(doubted, new CreateApiKey("after"))).Error?.Code);
        Assert.Equal("Chrome, Linux", Assert.Single(await portal.Ask(doubted, new ListSessions())).Device);
        await Eventually.Seen(() => Entries(ana), many => many == 1L);

        // Proved once more it is a session like any other, and the browser is known now.
        await portal.Send(doubted, new ProvePresence(Company.Password));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/sales")).Status);
        Assert.True((await portal.Try(await Seen(browser, ana), new CreateApiKey("proved"))).IsOk);
        Assert.Equal(1L, await Entries(ana));
    }

    [Fact]
    public async Task Only_who_holds_the_token_can_cast_doubt_and_many_at_once_are_one()
    {
        var ana = await portal.Person("many");
        var session = await portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, false, Firefox, "192.0.2.1"));
        await portal.Send(Caller.Nobody, new DoubtSession("made up", Chrome, "192.0.2.9"));
        await portal.Send(Caller.Nobody, new DoubtSession(session.Token, NewerFirefox, "192.0.2.9"));
        Assert.True((await portal.Send(Caller.Nobody, new WhoIs(session.Token, ana.Slug)))!.ProvedAt > TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => portal.Send(Caller.Nobody, new DoubtSession(session.Token, Chrome, "192.0.2.9"))));
        Assert.Equal(DateTimeOffset.UnixEpoch, (await portal.Send(Caller.Nobody, new WhoIs(session.Token, ana.Slug)))!.ProvedAt);
        await Eventually.Seen(() => Entries(ana), many => many == 1L);
    }

    static void Shows(Browser browser, string agent)
    {
        browser.Http.DefaultRequestHeaders.UserAgent.Clear();
        browser.Http.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
    }

    // As the portal sees the person behind the browser's cookie now.
    async Task<Caller> Seen(Browser browser, AccountScene.Someone ana)
    {
        var token = browser.Cookies.Single(c => c.Name.Contains("session", StringComparison.Ordinal)).Value;
        var who = (await portal.Send(Caller.Nobody, new WhoIs(token, ana.Slug)))!;
        return ana.Caller with { Session = who.Session.ToString(), ProvedAt = who.ProvedAt };
    }

    async Task<long> Entries(AccountScene.Someone ana) => (long)(await Database.Ask(
        portal.Database.Platform,
        $"select count(*) from audit.log where event_type = 'session.browser_changed' and tenant_id = '{ana.Tenant.Value}' and changes like '%Firefox, Windows%' and changes like '%Chrome, Linux%'",
        Ct))!;
}
