using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Sync;

namespace InvoiceSync.IntegrationTests.Api;

public sealed class AccessTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    public static readonly TheoryData<string> Paths =
        ["/api/stripe/invoices", "/api/stripe/charges", "/api/stripe/test", "/api/invoices/status/inv_1", "/api/invoices/download/inv_1", "/api/sync/run_1"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Without_a_key_nothing_is_told(string path)
    {
        using var nobody = ApiCaller.With(portal, null);
        var (status, body, raw) = await nobody.Get(path);

        Assert.Equal((HttpStatusCode.Unauthorized, "api_key.missing"), (status, body.Text("code")));
        Assert.Equal("Bearer", raw.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_made_up_an_altered_and_a_revoked_key_are_refused_alike()
    {
        var company = await Company.Create(portal, "keys", hooked: false);
        var made = await portal.Send(company.Owner, new CreateApiKey("to be revoked", Roles.Owner));
        using var holder = ApiCaller.With(portal, made.Secret);
        Assert.Equal(HttpStatusCode.OK, (await holder.Get("/api/stripe/invoices")).Status);

        await portal.Send(company.Owner, new RevokeApiKey(made.Id));

        using var altered = ApiCaller.With(portal, made.Secret[..^1] + (made.Secret[^1] == 'A' ? 'B' : 'A'));
        using var madeUp = ApiCaller.With(portal, "isk_made_up");
        var answers = new[] { await holder.Get("/api/stripe/invoices"), await altered.Get("/api/stripe/invoices"), await madeUp.Get("/api/stripe/invoices") };
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Unauthorized, a.Status));
        Assert.Single(answers.Select(a => ApiCaller.Bare(a.Body)).Distinct());
    }

    [Fact]
    public async Task A_signed_in_browser_without_a_key_is_nobody_here()
    {
        var company = await Company.Create(portal, "cookie", hooked: false);
        var session = await portal.Send(Caller.Nobody, new SignIn(company.Email, Company.Password, false, "test", "127.0.0.1"));
        using var browser = portal.Client();
        browser.DefaultRequestHeaders.Add("Cookie", $"invoicesync-session={session.Token}; __Host-invoicesync-session={session.Token}");

        var answer = await browser.GetAsync($"/t/{company.Slug}/api/stripe/invoices", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_viewers_key_reads_and_does_not_act()
    {
        var company = await Company.Create(portal, "viewer-key", hooked: false);
        using var viewer = await ApiCaller.Of(portal, company, Roles.Viewer);

        Assert.Equal(HttpStatusCode.OK, (await viewer.Get("/api/stripe/invoices")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Process("in_1")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Process("in_1", dryRun: true)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get("/api/stripe/test")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Post("/api/sync", new { start_date = "2026-11-01", end_date = "2026-11-01" })).Status);
    }

    [Fact]
    public async Task Another_companys_ids_are_answered_like_ids_that_never_were()
    {
        var (mine, theirs) = (await Company.Create(portal, "mine"), await Company.Create(portal, "theirs", hooked: false));
        var id = Assert.Single(await portal.Practice.Sell(mine.Slug));
        var sale = await Sales.Settled(portal, mine, id, SaleState.Accepted);
        var run = await portal.Send(mine.Owner, new StartSync(new(2026, 11, 1), new(2026, 11, 1)));
        using var stranger = await ApiCaller.Of(portal, theirs);
        using var owner = await ApiCaller.Of(portal, mine);

        foreach (var (path, real) in ((string, string)[])[("invoices/status", $"{sale.Invoice}"), ("invoices/status", $"{sale.Id}"), ("invoices/download", $"{sale.Invoice}"), ("sync", $"{run}")])
        {
            var random = real[..4] + "01abcdefghjkmnpqrstvwxyz01"[..26];
            Assert.Equal(HttpStatusCode.OK, (await owner.Raw($"/api/{path}/{real}")).StatusCode);
            var (foreign, never) = (await stranger.Get($"/api/{path}/{real}"), await stranger.Get($"/api/{path}/{random}"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (foreign.Status, never.Status));
            Assert.Equal(ApiCaller.Bare(never.Body), ApiCaller.Bare(foreign.Body));
        }

        Assert.Empty((await stranger.Get("/api/stripe/invoices")).Body.GetProperty("data").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Process(id)).Status);
    }

    [Fact]
    public async Task A_key_opens_only_its_own_companys_address()
    {
        var (mine, theirs) = (await Company.Create(portal, "home", hooked: false), await Company.Create(portal, "abroad", hooked: false));
        using var api = await ApiCaller.Of(portal, mine);

        Assert.Equal(HttpStatusCode.OK, (await api.Get($"/t/{mine.Slug}/api/stripe/invoices")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Get($"/t/{theirs.Slug}/api/stripe/invoices")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.Get("/t/nobody-here/api/stripe/invoices")).Status);
    }

    [Fact]
    public async Task An_address_that_is_not_there_is_a_problem_not_a_sign_in_page()
    {
        using var api = await ApiCaller.Of(portal, await Company.Create(portal, "no-such-route", hooked: false));

        Assert.Equal("route.not_found", (await api.Get("/api/stripe/refunds")).Body.Text("code"));
        Assert.Equal("route.not_found", (await api.Post("/api/stripe/invoices", new { })).Body.Text("code"));
    }

    [Fact]
    public async Task A_key_that_calls_too_often_is_told_when_to_come_back_and_others_are_served()
    {
        var (noisy, quiet) = (await Company.Create(portal, "noisy", hooked: false), await Company.Create(portal, "quiet", hooked: false));
        using var fast = await ApiCaller.Of(portal, noisy);
        using var other = await ApiCaller.Of(portal, quiet);

        var answers = await Task.WhenAll(Enumerable.Range(0, 220).Select(_ => fast.Get("/api/sync/run_0")));

        var late = answers.Where(a => a.Status == HttpStatusCode.TooManyRequests).ToList();
        Assert.NotEmpty(late);
        Assert.All(late, a => Assert.True(a.Raw.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1)));
        Assert.Equal("rate.limited", late[0].Body.Text("code"));
        Assert.Equal(HttpStatusCode.OK, (await other.Get("/api/stripe/invoices")).Status);
    }
}
