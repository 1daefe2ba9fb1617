using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>The way back from the provider, tampered with by whoever holds the browser or the wire.</summary>
public sealed class CallbackTests(HostileScene hostile) : IClassFixture<HostileScene>
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_callback_works_once_even_for_the_browser_that_kept_its_cookie()
    {
        var door = await hostile.Door("good");
        using var browser = new Browser(door.Portal);
        var callback = await door.FollowToCallback(browser);
        var cookies = string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}"));

        Assert.Equal($"/t/{hostile.Company.Slug}/", (await Get(callback, cookies)).AbsolutePath);
        Assert.Equal("/sso/refused", (await Get(callback, cookies)).AbsolutePath);
        Assert.Equal("callback.state_used", await door.Outcome());
        Assert.Equal(1, await door.Sessions());
    }

    [Theory]
    [InlineData("other-key", "jws.signature_wrong")]
    [InlineData("exp-past", "token.expired")]
    [InlineData("back-error", "provider.access_denied")]
    public async Task A_test_that_is_refused_has_failed_for_its_reason_and_does_not_stay_begun(string mode, string reason)
    {
        var door = await hostile.Door(mode);
        using var browser = new Browser(door.Portal);
        await door.Follow(browser, await hostile.Portal.Send(hostile.Company.Owner, new BeginSsoTest(door.Connection)));
        var attempt = Assert.Single(await hostile.Portal.Ask(hostile.Company.Owner, new ListSsoAttempts(door.Connection)));
        Assert.Equal((true, reason), (attempt.IsTest, attempt.Outcome));
    }

    [Fact]
    public async Task A_callback_in_another_browser_signs_nobody_in()
    {
        var door = await hostile.Door("good");
        using var attacker = new Browser(door.Portal);
        var callback = await door.FollowToCallback(attacker);

        Assert.Equal("/sso/refused", (await Get(callback, "")).AbsolutePath);
        Assert.Equal("callback.not_ours", await door.Outcome());
        Assert.Equal(0, await door.Sessions());
    }

    [Fact]
    public async Task A_state_of_one_connection_opens_no_other()
    {
        var (mine, other) = (await hostile.Door("good"), await hostile.Door("good"));
        using var browser = new Browser(mine.Portal);
        var callback = await mine.FollowToCallback(browser);
        var cookies = string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}"));

        Assert.Equal("/sso/refused", (await Get(new Uri(callback.AbsoluteUri.Replace(mine.Slug, other.Slug, StringComparison.Ordinal)), cookies)).AbsolutePath);
        Assert.Equal("callback.not_ours", await other.Outcome());
        Assert.Equal(0, await other.Sessions());
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("https:evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_off_the_portal_afterwards(string wanted)
    {
        var door = await hostile.Door("groups-text");
        using var browser = new Browser(door.Portal);
        var end = await door.Follow(browser, $"{door.Start}?returnUrl={wanted}");
        // The first to come is let in; the others have an account by then and are asked to link it. Neither is sent away.
        Assert.Equal(door.Portal.Authority, end.Authority);
    }

    [Fact]
    public async Task Whoever_wanted_a_page_gets_it_and_a_callbacks_own_query_has_no_say()
    {
        var door = await hostile.Door("good-at-hash");
        using var browser = new Browser(door.Portal);
        Assert.Equal($"/t/{hostile.Company.Slug}/sales", (await door.Follow(browser, $"{door.Start}?returnUrl=/t/{hostile.Company.Slug}/sales")).AbsolutePath);

        var callback = await door.FollowToCallback(browser);
        var cookies = string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}"));
        Assert.Equal($"/t/{hostile.Company.Slug}/", (await Get(new Uri($"{callback}&returnUrl=//evil.example&ReturnUrl=/t/x/"), cookies)).AbsolutePath);
    }

    [Fact]
    public async Task A_connection_that_was_switched_off_lets_nobody_begin_or_finish()
    {
        var door = await hostile.Door("good-ps256");
        using var browser = new Browser(door.Portal);
        var callback = await door.FollowToCallback(browser);
        var cookies = string.Join("; ", browser.Cookies.Select(c => $"{c.Name}={c.Value}"));
        await hostile.Portal.Send(hostile.Company.Owner, new DisableSsoConnection(door.Connection));

        Assert.Equal("/sso/refused", (await Get(callback, cookies)).AbsolutePath);
        Assert.Equal("sso.disabled", await door.Outcome());
        var end = await Eventually.Seen(() => door.Follow(browser, door.Start), at => at.AbsolutePath == "/sso/refused");
        Assert.Equal("/sso/refused", end.AbsolutePath);
    }

    [Theory]
    [InlineData("/sso/00000000000000000000/start", "/sso/refused")]
    [InlineData("/sso/x/start", "/sso/refused")]
    [InlineData("/sso/00000000000000000000/callback?state=a&code=b", "/sign-in")]
    public async Task An_unknown_connection_says_no_more_than_a_broken_one(string path, string end)
    {
        await hostile.Door("good");
        using var http = hostile.Portal.Client();
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.StartsWith(end, answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    // A browser whose cookies are what a test says, whatever the portal wanted deleted.
    static async Task<Uri> Get(Uri at, string cookies)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, at);
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        using var answer = await http.SendAsync(request, Stop);
        return new(at, answer.Headers.Location!);
    }
}
