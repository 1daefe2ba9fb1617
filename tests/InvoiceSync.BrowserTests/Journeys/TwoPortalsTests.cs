using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class TwoPortalsTests(PortalInBrowser portal)
{
    const float Patience = 90_000;

    [Fact]
    public async Task A_webhook_to_one_process_changes_the_screen_that_another_process_serves()
    {
        var here = await portal.Open();
        await using var other = await portal.Second(TestContext.Current.CancellationToken);
        var there = await portal.Open();
        await there.Visit($"{other.Home}sales?kind=Invoice");
        await there.EvaluateAsync("() => { window.neverReloaded = true; }");
        var newest = await there.Locator("tr.sale").First.GetAttributeAsync("data-sale");

        await here.Visit($"{portal.Home}sales");
        await here.Sell("To a company");

        var row = there.Locator($"tr.sale:first-child:not([data-sale='{newest}'])");
        await Assertions.Expect(row.Locator(".chip")).ToHaveTextAsync("Accepted", new() { Timeout = Patience });
        Assert.True(await there.EvaluateAsync<bool>("() => window.neverReloaded === true"));
    }
}
