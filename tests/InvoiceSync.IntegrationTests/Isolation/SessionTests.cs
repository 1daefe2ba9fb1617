using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>What an open session may do, and how fast it ends.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed class SessionTests(TwoCompanies two)
{
    const string Sales = "/t/bravo/sales";
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    [Fact]
    public async Task Signing_out_ends_a_stolen_copy_of_the_session_at_once()
    {
        var ready = await two.Ready();
        using var owner = await Browser.SignedIn(ready.Portal.Address, ready.B.Email);
        using var thief = Copy(ready, owner);
        Assert.Equal(HttpStatusCode.OK, (await thief.Get(Sales)).Status);

        using var forged = await owner.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Get(Sales)).Status);

        using var left = await owner.Submit("/choose", "/sign-out", []);
        Assert.Equal(HttpStatusCode.Found, left.StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await thief.Get(Sales)).Status);
    }

    [Fact]
    public async Task Changing_the_password_ends_every_session_within_seconds_on_every_node()
    {
        var ready = await two.Ready();
        await using var other = await PortalNode.Start(ready.Database, new Uri("http://127.0.0.1:9"), null, "--InvoiceSync:Roles=portal");
        var id = (await ready.Portal.Try(SetUp, new AddPerson("moving@bravo.example", "Moving", Company.Password, ready.B.Id, Roles.Viewer))).OrThrow();
        using var here = await Browser.SignedIn(ready.Portal.Address, "moving@bravo.example");
        using var there = await Browser.SignedIn(other.Address, "moving@bravo.example");
        foreach (var browser in (Browser[])[here, there]) Assert.Equal(HttpStatusCode.OK, (await browser.Get(Sales)).Status);

        (await ready.Portal.Try(new(ready.B.Id, id.ToString(), Roles.Of(Roles.Viewer)), new ChangePassword(Company.Password, "another long password"))).OrThrow();
        foreach (var browser in (Browser[])[here, there]) await Eventually.Seen(() => browser.Get(Sales), a => a.Status == HttpStatusCode.Found, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task A_viewer_meets_closed_doors_where_only_owners_go()
    {
        var ready = await two.Ready();
        using var viewer = await Browser.SignedIn(ready.Portal.Address, "viewer@bravo.example");
        using var owner = await Browser.SignedIn(ready.Portal.Address, ready.B.Email);
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get("/t/bravo/anaf/authorize")).Status);
        Assert.Equal(HttpStatusCode.Found, (await owner.Get("/t/bravo/anaf/authorize")).Status);
        Assert.Equal("permission.missing", (await ready.Portal.Try(ready.B.Viewer, new CreateApiKey("mine", Roles.Owner))).Error!.Code);
    }

    [Fact]
    public async Task The_company_in_the_host_name_and_in_the_path_must_agree()
    {
        var ready = await two.Ready();
        await using var node = await PortalNode.Start(ready.Database, new Uri("http://127.0.0.1:9"), null, "--InvoiceSync:Roles=portal,api", "--InvoiceSync:TenantDomain=portal.test");
        using var signedIn = await Browser.SignedIn(node.Address, ready.B.Email);
        async Task<HttpStatusCode> Ask(string host, string path)
        {
            using var http = node.Client(cookies: false);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
            request.Headers.Host = host;
            request.Headers.Add("Cookie", string.Join("; ", signedIn.Cookies.Select(c => $"{c.Name}={c.Value}")));
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, await Ask("bravo.portal.test", "/sales"));
        Assert.Equal(HttpStatusCode.OK, await Ask("bravo.portal.test", "/t/bravo/sales"));
        Assert.Equal(HttpStatusCode.NotFound, await Ask("bravo.portal.test", "/t/canary-alfa/sales"));
        Assert.Equal(HttpStatusCode.NotFound, await Ask("canary-alfa.portal.test", "/t/bravo/sales"));
        // No member there: sent away to choose one of their own.
        Assert.Equal(HttpStatusCode.Found, await Ask("canary-alfa.portal.test", "/sales"));
        Assert.Equal(HttpStatusCode.Found, await Ask("bravo.portal.test.evil.example", "/sales"));
    }

    static Browser Copy(TwoCompanies.Seeded ready, Browser of)
    {
        var copy = new Browser(ready.Portal.Address);
        copy.Http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", of.Cookies.Where(c => c.Name == "invoicesync-session").Select(c => $"{c.Name}={c.Value}")));
        return copy;
    }
}
