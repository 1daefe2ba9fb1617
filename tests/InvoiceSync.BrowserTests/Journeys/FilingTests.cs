using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.Fiscal;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class FilingTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task From_the_board_to_a_document_whose_terms_are_explained_and_to_the_deadlines()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}fiscal");
        await Assertions.Expect(page.Locator("#column-Accepted")).ToBeVisibleAsync();
        var card = page.Locator(".board-column", new() { Has = page.Locator("#column-Accepted") }).Locator(".board-card a").First;
        await Assertions.Expect(card).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Looks("fiscal-board");
        // On a telephone the columns are tabs.
        await page.SetViewportSizeAsync(390, 900);
        await page.Locator(".board-tabs button", new() { HasText = "Accepted" }).ClickAsync();
        await Assertions.Expect(page.Locator("#column-Accepted")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#column-Waiting")).ToBeHiddenAsync();

        var number = await card.InnerTextAsync();
        await card.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync(number);
        await page.Locator(".explained .bt", new() { HasTextRegex = new("^BT-1$") }).ClickAsync();
        await Assertions.Expect(page.Locator(".explained .term")).ToContainTextAsync("BT-1 · Invoice number");
        await page.Looks("fiscal-document");

        var now = TimeProvider.System.GetUtcNow();
        await portal.Send(portal.Machine, new EnterOutage(now.AddHours(-30), now.AddHours(-5), "https://www.anaf.ro/anunt"));
        await page.Visit($"{portal.Home}fiscal/deadlines");
        await Assertions.Expect(page.Locator("[data-outage]")).ToContainTextAsync("24 hours or more");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Fines for being late" })).ToBeVisibleAsync();
        await page.GetByLabel("Size of the company").SelectOptionAsync("Large");
        await Assertions.Expect(page.GetByText("10,000.00").First).ToBeVisibleAsync();
        await page.Looks("fiscal-deadlines");
    }
}
