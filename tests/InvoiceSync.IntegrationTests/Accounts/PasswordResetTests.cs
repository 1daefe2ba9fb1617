using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Accounts;

/// <summary>A new password by mail: once, soon, and only for whom it was made.</summary>
[Collection(AccountSceneTests.Name)]
public sealed class PasswordResetTests(PortalUnderTest portal)
{
    const string Fresh = "a quite different phrase";

    [Fact]
    public async Task A_link_sets_a_new_password_once_ends_every_session_and_tells_the_person()
    {
        var ana = await portal.Person("reset");
        using var here = await Browser.SignedIn(portal.Address, ana.Email);
        var token = await Asked(ana.Email);
        using var somewhere = new Browser(portal.Address);
        Assert.Contains("is set", await Set(somewhere, token, Fresh), StringComparison.Ordinal);

        await Eventually.Seen(() => here.Get($"/t/{ana.Slug}/account"), a => a.Status == HttpStatusCode.Found);
        using var again = await Browser.SignedIn(portal.Address, ana.Email, Fresh);
        Assert.Contains("used already", await Set(somewhere, token, "yet another phrase"), StringComparison.Ordinal);
        Assert.Contains(await portal.Letters(ana.Email, 2), m => m.Letter.Subject == "Your password was changed");
    }

    [Fact]
    public async Task A_weak_password_leaves_the_link_alive()
    {
        var ana = await portal.Person("weak");
        var token = await Asked(ana.Email);
        Assert.Equal("password.too_short", (await Try(token, "short")).Error!.Code);
        Assert.Equal("password.own_name", (await Try(token, $"{ana.Email}1")).Error!.Code);
        Assert.True((await Try(token, Fresh)).IsOk);
    }

    [Fact]
    public async Task Changing_the_password_or_the_address_kills_the_links_made_before()
    {
        var (ana, eva) = (await portal.Person("changed"), await portal.Person("moved"));
        var (ofAna, ofEva) = (await Asked(ana.Email), await Asked(eva.Email));
        await portal.Send(ana.Caller, new ChangePassword(Company.Password, Fresh));
        await portal.Send(eva.Caller, new RequestEmailChange($"new-{eva.Email}", Company.Password));
        await portal.Send(Caller.Nobody, new ConfirmEmailChange(await portal.Link($"new-{eva.Email}", "/confirm-email")));
        foreach (var token in (string[])[ofAna, ofEva]) Assert.Equal("link.used_up", (await Try(token, "one more phrase")).Error!.Code);
    }

    [Fact]
    public async Task Of_many_uses_at_once_one_succeeds()
    {
        var ana = await portal.Person("rush");
        var token = await Asked(ana.Email);
        var all = await Task.WhenAll(Enumerable.Range(0, 12).Select(at => Try(token, $"{Fresh} number {at}")));
        Assert.Single(all, one => one.IsOk);
    }

    [Theory]
    [InlineData("evil.example", null)]
    [InlineData("127.0.0.1", "evil.example")]
    public async Task The_link_has_our_own_origin_whatever_the_request_claims(string host, string? forwarded)
    {
        var ana = await portal.Person("host");
        using var browser = new Browser(portal.Address);
        browser.Http.DefaultRequestHeaders.Host = host;
        if (forwarded is not null) browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Host", forwarded);
        using var answer = await browser.Submit("/forgot-password", "/forgot-password", new() { ["Form.Email"] = ana.Email });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = (await portal.Letters(ana.Email))[0].Letter.Text;
        Assert.Contains($"{portal.Address.GetLeftPart(UriPartial.Authority)}/reset-password?token=", text, StringComparison.Ordinal);
        Assert.DoesNotContain("evil", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_and_an_unknown_address_read_the_same_and_only_one_gets_a_letter()
    {
        var ana = await portal.Person("alike");
        using var browser = new Browser(portal.Address);
        async Task<string> Ask(string email)
        {
            using var answer = await browser.Submit("/forgot-password", "/forgot-password", new() { ["Form.Email"] = email });
            return System.Text.RegularExpressions.Regex.Match(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "<div class=\"note.*?</div>", System.Text.RegularExpressions.RegexOptions.Singleline).Value;
        }

        var unknown = await Ask($"nobody-{ana.Email}");
        Assert.Equal(unknown, await Ask(ana.Email));
        Assert.NotEmpty(unknown);
        Assert.Single(await portal.Letters(ana.Email));
    }

    async Task<string> Asked(string email)
    {
        await portal.Send(Caller.Nobody, new RequestPasswordReset(email, ""));
        return await portal.Link(email, "/reset-password");
    }

    Task<Result<Done>> Try(string token, string password) => portal.Try(Caller.Nobody, new ResetPassword(token, password, ""));

    static async Task<string> Set(Browser browser, string token, string password)
    {
        using var answer = await browser.Submit($"/reset-password?token={token}", "/reset-password", new() { ["Form.New"] = password });
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
