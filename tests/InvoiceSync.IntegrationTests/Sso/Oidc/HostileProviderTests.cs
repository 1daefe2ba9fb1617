using System.Net.Http.Json;
using System.Text.RegularExpressions;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>A provider that lies in a hundred ways, asked over HTTP by the real portal. Each lie has its own reason, and the browser is told none of them.</summary>
public sealed partial class HostileProviderTests(HostileScene hostile) : IClassFixture<HostileScene>
{
    [Theory]
    [MemberData(nameof(HostileProvider.Modes), MemberType = typeof(HostileProvider))]
    public async Task Each_mode_leads_to_its_one_outcome(string mode, string outcome)
    {
        var door = await hostile.Door(mode, mode == "userinfo-other-person" ? new Dictionary<string, string> { ["userinfo"] = "true" } : null);
        using var browser = new Browser(door.Portal);
        var end = await door.Follow(browser, door.Start);

        var told = await door.Outcome();
        Assert.True(told == outcome, $"{told ?? "nothing told"}, ended at {end}");
        if (outcome == "passed") Assert.Equal($"/t/{hostile.Company.Slug}/", end.AbsolutePath);
        else await Refused(door, browser, end, outcome);
    }

    [Fact]
    public async Task Every_mode_has_its_line_and_most_are_bad()
    {
        await hostile.Door("good");
        var modes = await hostile.Http.GetFromJsonAsync<string[]>(new Uri(hostile.Provider, "/modes"), TestContext.Current.CancellationToken);
        Assert.Equal(modes!.Order(), HostileProvider.Modes.Select(row => row.Data.Item1).Order());
        Assert.True(HostileProvider.Modes.Count(row => row.Data.Item2 != "passed") >= 50);
    }

    // One general sentence and a number: the reason, the provider's words and its markup stay outside.
    static async Task Refused(OidcDoor door, Browser browser, Uri end, string reason)
    {
        Assert.Equal("/sso/refused", end.AbsolutePath);
        Assert.Equal(0, await door.Sessions());
        Assert.DoesNotContain(browser.Cookies, cookie => cookie.Name.Contains("session", StringComparison.Ordinal));
        var (_, page) = await browser.Get(end.PathAndQuery);
        Assert.DoesNotContain("alert(1)", page, StringComparison.Ordinal);
        if (!reason.StartsWith("sso.", StringComparison.Ordinal)) Assert.DoesNotContain(reason, page, StringComparison.Ordinal);
        Assert.Matches(Number(), page);
    }

    [GeneratedRegex("<code>[0-9A-Z:]+</code>")]
    private static partial Regex Number();
}
