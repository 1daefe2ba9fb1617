using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class ViewerTests(PortalInBrowser portal)
{
    public static TheoryData<string> Refused => ["Sync a period", "Correct the buyer", "Read again", "File again", "Save", "Test now", "New practice sale"];

    static readonly string[] Pages = ["", "sales", "problems", "settings/company", "settings/stripe", "settings/anaf"];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_viewer_is_offered_nothing_that_would_be_refused(string action)
    {
        var page = await portal.Open(PortalInBrowser.Viewer);
        foreach (var path in Pages)
        {
            await page.Visit(portal.Home + path);
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = action })).ToHaveCountAsync(0);
            await Assertions.Expect(page.Locator("main summary", new() { HasText = action })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task An_owner_is_offered_them()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}sales");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Sync a period" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_page_not_for_viewers_says_so()
    {
        var page = await portal.Open(PortalInBrowser.Viewer);
        foreach (var path in (string[])["people", "settings/roles", "settings/api-keys"])
        {
            var answer = await page.GotoAsync(portal.Home + path);
            Assert.Equal(403, answer!.Status);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Not for your role" })).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task An_address_where_nothing_is_says_so()
    {
        var page = await portal.Open();
        foreach (var path in (string[])[portal.Home + "nowhere", portal.Address + "t/somebody-else/"])
        {
            var answer = await page.GotoAsync(path);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("Page not found|Choose a company", System.Text.RegularExpressions.RegexOptions.IgnoreCase) })).ToBeVisibleAsync();
        }
    }
}
