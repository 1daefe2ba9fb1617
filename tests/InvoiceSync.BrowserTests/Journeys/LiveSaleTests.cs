using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class LiveSaleTests(PortalInBrowser portal)
{
    const float Patience = 90_000;

    [Fact]
    public async Task A_new_sale_appears_on_the_open_list_and_turns_accepted_without_a_reload()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}sales?kind=Invoice");
        await page.EvaluateAsync("() => { window.neverReloaded = true; }");
        var newest = await page.Locator("tr.sale").First.GetAttributeAsync("data-sale");

        await page.Sell("To a company");
        var row = page.Locator($"tr.sale:first-child:not([data-sale='{newest}'])");
        await Assertions.Expect(row).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(row.Locator(".chip")).ToHaveTextAsync("Accepted", new() { Timeout = Patience });
        Assert.True(await page.EvaluateAsync<bool>("() => window.neverReloaded === true"));
    }

    [Fact]
    public async Task The_overview_counts_it_on_another_open_screen()
    {
        var overview = await portal.Open();
        await overview.Visit(portal.Home);
        var tile = overview.Locator(".tile .value").First;
        var before = int.Parse(await tile.InnerTextAsync(), System.Globalization.CultureInfo.InvariantCulture);

        var list = await portal.Open();
        await list.Visit($"{portal.Home}sales");
        await list.Sell("To a private person");
        await Assertions.Expect(tile).Not.ToHaveTextAsync($"{before}", new() { Timeout = Patience });
    }

    [Fact]
    public async Task A_refused_one_shows_its_cure_is_corrected_and_accepted()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}sales?kind=Invoice&state=Refused");
        await Assertions.Expect(page.Locator("tr.sale").First).ToBeVisibleAsync(); // else an old one would be taken for the new one
        await page.EvaluateAsync("() => { window.known = [...document.querySelectorAll('tr.sale')].map(row => row.dataset.sale); }");
        await page.Sell("One that ANAF refuses");
        var made = await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('tr.sale')].map(row => row.dataset.sale).find(sale => !window.known.includes(sale))", null, new() { Timeout = Patience });
        await page.Locator($"tr.sale[data-sale='{await made.JsonValueAsync<string>()}'] a").First.ClickAsync();
        await Assertions.Expect(page.GetByText("What to do:").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Correct the buyer" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByRole(AriaRole.Textbox, new() { Name = "Tax ID" }).FillAsync("18547290"); // a CUI whose check digit fits
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Correct and file" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sale-head .chip")).ToHaveTextAsync("Accepted", new() { Timeout = Patience });
    }
}
