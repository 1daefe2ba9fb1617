using System.Net;
using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>The door, tried by force and by trick, over HTTP.</summary>
[Collection(TwoCompaniesTests.Name)]
public sealed partial class SignInTests(TwoCompanies two)
{
    static readonly Caller SetUp = new(null, "set-up", new HashSet<string> { "platform.manage" });

    [Fact]
    public async Task Ten_wrong_passwords_lock_and_locked_wrong_and_unknown_read_alike()
    {
        var ready = await two.Ready();
        var email = await Person(ready, "locked");
        using var browser = new Browser(ready.Portal.Address);
        var wrong = "";
        for (var i = 0; i < 10; i++) wrong = await Refused(browser, email, "wrong wrong wrong");
        Assert.Equal(wrong, await Refused(browser, email, Company.Password));
        Assert.Equal(wrong, await Refused(browser, "nobody@nowhere.example", Company.Password));
    }

    [Fact]
    public async Task Guesses_made_at_once_are_all_counted()
    {
        var ready = await two.Ready();
        var email = await Person(ready, "rushed");
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => ready.Portal.Try(Caller.Nobody, new CheckPassword(email, "wrong wrong wrong"))));
        Assert.Null((await ready.Portal.Try(Caller.Nobody, new CheckPassword(email, Company.Password))).OrThrow());
    }

    [Fact]
    public async Task A_password_longer_than_any_is_refused_in_the_same_words()
    {
        var ready = await two.Ready();
        using var browser = new Browser(ready.Portal.Address);
        var wrong = await Refused(browser, "nobody@nowhere.example", "wrong wrong wrong");
        Assert.Equal(wrong, await Refused(browser, "nobody@nowhere.example", new('x', 100_000)));
        Assert.Equal(wrong, await Refused(browser, new string('x', 100_000) + "@x.example", "wrong wrong wrong"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%09/evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/%0d%0aSet-Cookie:x=y")]
    [InlineData("\\\\evil.example")]
    public async Task The_way_back_never_leaves_the_house(string wanted)
    {
        var ready = await two.Ready();
        using var browser = new Browser(ready.Portal.Address);
        using var answer = await browser.SignIn(ready.B.Email, Company.Password, $"?ReturnUrl={wanted}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var landed = new Uri(ready.Portal.Address, answer.Headers.Location!);
        Assert.Equal((ready.Portal.Address.Authority, "/t/bravo/"), (landed.Authority, landed.AbsolutePath));
    }

    [Fact]
    public async Task The_session_cookie_is_hidden_from_scripts_kept_to_this_host_and_new_at_every_sign_in()
    {
        var ready = await two.Ready();
        using var browser = new Browser(ready.Portal.Address);
        browser.Http.DefaultRequestHeaders.Add("Cookie", "invoicesync-session=chosen-by-somebody-else");
        using var answer = await browser.SignIn(ready.B.Email, Company.Password);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("invoicesync-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("chosen-by-somebody-else", cookie, StringComparison.Ordinal);
    }

    static async Task<string> Person(TwoCompanies.Seeded ready, string name)
    {
        var email = $"{name}@bravo.example";
        (await ready.Portal.Try(SetUp, new AddPerson(email, name, Company.Password, ready.B.Id, Roles.Viewer))).OrThrow();
        return email;
    }

    // The words of the refusal, without the address that was typed in.
    static async Task<string> Refused(Browser browser, string email, string password)
    {
        using var answer = await browser.SignIn(email, password);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return Assert.Single(Note().Matches(html).Select(m => m.Value));
    }

    [GeneratedRegex("""<div class="note.*?</div>""", RegexOptions.Singleline)]
    private static partial Regex Note();
}
