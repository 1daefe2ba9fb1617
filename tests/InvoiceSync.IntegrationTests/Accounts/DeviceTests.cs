using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fiscal;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>How many devices a person has, what their tokens open, and when they stop.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class DeviceTests(PortalUnderTest portal)
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_ten_sign_ins_at_once_exactly_three_live_and_the_person_is_told()
    {
        var ana = await portal.Person("ten");
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Open(ana, remember: false)));
        Assert.Equal(3, (await portal.Ask(ana.Caller, new ListSessions())).Count);
        Assert.Contains(await portal.Letters(ana.Email), m => m.Letter.Subject == "A device was signed out");
    }

    [Fact]
    public async Task A_remembered_browser_goes_on_with_a_new_pair_and_its_old_token_shown_again_ends_it_everywhere()
    {
        var ana = await portal.Person("thief");
        var first = await Open(ana, remember: true);
        var second = (await Resume(first.Remember!))!;
        Assert.NotEqual(first.Remember, second.Remember);
        Assert.Null(await Who(first.Token)); // the old session token died with the rotation
        Assert.NotNull(await Who(second.Token!));

        Assert.Null((await Resume(first.Remember!))!.Token); // a moment later it may be another tab: nothing is given
        Assert.NotNull(await Who(second.Token!));
        await Age(first.Remember!);
        Assert.Null(await Resume(first.Remember!));
        Assert.Null(await Who(second.Token!));
        Assert.Null(await Resume(second.Remember!));
        Assert.Contains(await portal.Letters(ana.Email), m => m.Letter.Subject == "A copied sign-in was used");
    }

    [Fact]
    public async Task Tabs_opened_at_once_get_one_pair_and_nobody_is_signed_out()
    {
        var ana = await portal.Person("tabs");
        var first = await Open(ana, remember: true);
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Resume(first.Remember!)));
        var winner = Assert.Single(all, r => r!.Token is not null)!;
        Assert.NotNull(await Who(winner.Token!));
    }

    [Fact]
    public async Task A_browser_that_kept_only_its_remember_cookie_is_let_in_over_http_and_gets_new_cookies()
    {
        var ana = await portal.Person("http");
        var session = await Open(ana, remember: true);
        using var browser = new Browser(portal.Address);
        browser.Http.DefaultRequestHeaders.Add("Accept", "text/html");
        browser.Http.DefaultRequestHeaders.Add("Cookie", $"invoicesync-remember={session.Remember}");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/account")).Status);
        Assert.Equal(["invoicesync-remember", "invoicesync-session"], browser.Cookies.Select(c => c.Name).Where(n => n.StartsWith("invoicesync", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task A_revoked_device_is_out_within_seconds_and_only_ones_own_can_be_revoked()
    {
        var (ana, eva) = (await portal.Person("mine"), await portal.Person("hers"));
        using var browser = await Browser.SignedIn(portal.Address, ana.Email);
        var mine = Assert.Single(await portal.Ask(ana.Caller, new ListSessions()));
        Assert.Equal(0, await portal.Send(eva.Caller, new RevokeSession(mine.Id)));
        Assert.Equal(HttpStatusCode.OK, (await browser.Get($"/t/{ana.Slug}/account")).Status);
        Assert.Equal(1, await portal.Send(ana.Caller, new RevokeSession(mine.Id)));
        await Eventually.Seen(() => browser.Get($"/t/{ana.Slug}/account"), a => a.Status == HttpStatusCode.Found, Soon);
    }

    [Fact]
    public async Task A_session_chosen_before_sign_in_is_not_the_one_after_it_and_dies()
    {
        var ana = await portal.Person("fixed");
        var old = await Open(ana, remember: false);
        using var browser = new Browser(portal.Address);
        browser.Http.DefaultRequestHeaders.Add("Cookie", $"invoicesync-session={old.Token}");
        using var answer = await browser.SignIn(ana.Email, Company.Password);
        Assert.DoesNotContain(browser.Cookies, c => c.Value == old.Token);
        Assert.Null(await Who(old.Token));
    }

    [Fact]
    public async Task An_unknown_browser_is_announced_and_a_known_one_is_not()
    {
        var ana = await portal.Person("seen");
        var first = await Open(ana, remember: false);
        await Open(ana, remember: false, first.Device);
        await Open(ana, remember: false);
        var letters = await portal.Letters(ana.Email);
        Assert.Single(letters, m => m.Letter.Subject == "A sign-in from a new device or place");
    }

    [Fact]
    public async Task A_node_whose_clock_was_set_back_wakes_no_session()
    {
        var ana = await portal.Person("clock");
        var (living, over) = (await Open(ana, remember: false), await Open(ana, remember: false));
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(over.Token)));
        await Database.Ask(portal.Database.Platform, $"update access.sessions set ends_at = now() - interval '10 minutes' where token_hash = decode('{hash}', 'hex')", Ct);
        var clock = new MovableClock(TimeProvider.System.GetUtcNow().AddHours(-1));
        await using var node = await PortalNode.Start(portal.Database, portal.World.Address, services => services.AddSingleton<TimeProvider>(clock), "--InvoiceSync:Roles=portal");
        Assert.Null((await node.Try(Caller.Nobody, new WhoIs(over.Token, null))).OrThrow());
        Assert.NotNull((await node.Try(Caller.Nobody, new WhoIs(living.Token, null))).OrThrow());
    }

    Task<SignIn.Session> Open(AccountScene.Someone ana, bool remember, string? device = null) =>
        portal.Send(Caller.Nobody, new SignIn(ana.Email, Company.Password, remember, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "192.0.2.7") { KnownDevice = device });

    Task<ResumeSession.Resumed?> Resume(string remember) => portal.Send(Caller.Nobody, new ResumeSession(remember, "192.0.2.7"));

    Task<WhoIs.View?> Who(string token) => portal.Send(Caller.Nobody, new WhoIs(token, null));

    // As if the exchange had been an hour ago.
    Task Age(string remember)
    {
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(remember)));
        return Database.Ask(portal.Database.Platform, $"update access.spent_tokens set at = at - interval '1 hour' where token_hash = decode('{hash}', 'hex')", Ct);
    }
}
