using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class ApiKeyTests(PortalInBrowser portal)
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(390, ColorScheme.Dark)]
    public async Task A_key_is_made_shown_once_given_a_new_secret_and_ended(int width, ColorScheme scheme)
    {
        var name = $"till {width}";
        var page = await portal.Open(width: width, scheme: scheme);
        await page.Visit($"{portal.Home}settings/api-keys");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("As much as").SelectOptionAsync("Accountant");
        await page.GetByLabel("Network addresses it may be used from").FillAsync("203.0.113.0/24, 203.0.113.7");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        await Assertions.Expect(page.Locator(".once code").First).ToContainTextAsync("isk_");

        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Assertions.Expect(page.GetByLabel("Network addresses it may be used from")).ToHaveValueAsync("203.0.113.0/24");
        await Assertions.Expect(page.GetByLabel("Refund payments payment.refund")).ToBeCheckedAsync();
        Assert.False(await page.ScrollsSideways());
        Assert.Empty(await page.Barriers());

        await page.GetByRole(AriaRole.Button, new() { Name = "New secret" }).ClickAsync();
        await Assertions.Expect(page.Locator(".once code").First).ToContainTextAsync("isk_");
        await Assertions.Expect(page.Locator(".chip").First).ToHaveTextAsync("Two secrets");
        Assert.False(await page.ScrollsSideways());
        await page.GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "End", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("API keys");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToHaveCountAsync(0);
    }
}
