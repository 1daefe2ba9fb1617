using System.Text.RegularExpressions;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>Boxes that search while somebody types never draw over what is typed.</summary>
public sealed class TypingTests(PortalInBrowser portal)
{
    [Theory]
    [InlineData("customers", "#list-q")]
    [InlineData("products", "#list-q")]
    [InlineData("sales", "#filter-q")]
    public async Task A_box_of_a_page_leaves_the_letters_alone_blanks_too(string address, string box)
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}{address}");
        Assert.Empty(await page.Locator(box).DrawnOverWhileTyping("ana and bob "));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"q=ana(%20|\+)and(%20|\+)bob"));
        await Assertions.Expect(page.Locator(box)).ToHaveValueAsync("ana and bob ");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.drawnOver"));
    }

    [Fact]
    public async Task So_does_the_search_of_the_whole_portal()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}customers");
        await page.Keyboard.PressAsync("Control+k");
        Assert.Empty(await page.Locator("#search-text").DrawnOverWhileTyping("nobody is called so "));
        await Assertions.Expect(page.Locator(".palette-none")).ToContainTextAsync("nobody is called so");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => window.drawnOver"));
    }
}
