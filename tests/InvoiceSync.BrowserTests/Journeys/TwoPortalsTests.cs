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
        await using (var other = await portal.Second(TestContext.Current.CancellationToken)) await SeesWhatIsSoldHere(here, other);

        // The process that is gone has not taken the webhooks with it.
        await here.Visit($"{portal.Home}sales?kind=Invoice");
        var newest = await here.Locator("tr.sale").First.GetAttributeAsync("data-sale");
        await here.Sell("To a company");
        await Assertions.Expect(here.Locator($"tr.sale:first-child:not([data-sale='{newest}'])")).ToBeVisibleAsync(new() { Timeout = Patience });
    }

    async Task SeesWhatIsSoldHere(IPage here, SecondPortal other)
    {
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
