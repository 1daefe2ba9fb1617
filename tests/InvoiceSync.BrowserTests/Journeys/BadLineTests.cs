using System.Text.RegularExpressions;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>Whatever the line does: what stands on the screen is what is kept.</summary>
public sealed partial class BadLineTests(PortalInBrowser portal)
{
    [Fact]
    public async Task Nothing_can_be_typed_into_a_page_that_does_not_hear_yet()
    {
        var page = await portal.Open();
        var awake = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await awake.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"{portal.Home}products/new", new() { WaitUntil = WaitUntilState.Commit });
        await page.WaitForFunctionAsync("() => window.invoiceSync && document.querySelector('form.form')?.inert");
        await Price(page).FocusAsync();
        await page.Keyboard.TypeAsync("80\n");
        Assert.Equal("", await Price(page).InputValueAsync());
        awake.SetResult();
        await page.Lives();
        await Price(page).ClickAsync();
        await page.Keyboard.TypeAsync("80");
        await Assertions.Expect(Price(page)).ToHaveValueAsync("80");
        await Assertions.Expect(page.Locator("[inert]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_typed_while_the_line_is_away_arrives_when_it_is_back()
    {
        var page = await portal.Open();
        var line = await Line.Of(page);
        await page.Visit($"{portal.Home}products/new");
        await page.GetByLabel("Name on invoices").FillAsync("Typed without a line");
        await line.Cut();
        var notice = page.Locator("#components-reconnect-modal");
        await Assertions.Expect(notice).ToHaveClassAsync(Away());
        await Price(page).FillAsync("80");
        await Price(page).BlurAsync();
        line.Mend();
        await Assertions.Expect(notice).ToHaveClassAsync("components-reconnect-hide", new() { Timeout = 60_000 });
        await Save(page).ClickAsync();
        await IsKept(page, "Typed without a line");
    }

    [Fact]
    public async Task A_button_pressed_without_leaving_the_field_sends_what_stands_in_it()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}products/new");
        await page.GetByLabel("Name on invoices").FillAsync("Pressed from afar");
        await Price(page).FillAsync("80");
        await Save(page).EvaluateAsync("button => button.click()");
        await IsKept(page, "Pressed from afar");
    }

    async Task IsKept(IPage page, string name)
    {
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Products");
        await page.Visit($"{portal.Home}products");
        await Assertions.Expect(page.Locator("tbody tr", new() { HasText = name })).ToContainTextAsync("80.00");
    }

    static ILocator Price(IPage page) => page.GetByLabel("Price of one unit");

    static ILocator Save(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Save" });

    [GeneratedRegex("components-reconnect-(show|retrying)")]
    private static partial Regex Away();
}
