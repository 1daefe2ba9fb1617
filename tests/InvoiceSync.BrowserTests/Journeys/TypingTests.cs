using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>Over a slow line an answer comes while somebody types on: nothing of it may be written over what they typed.</summary>
public sealed class TypingTests(PortalInBrowser portal)
{
    const string Watch = """
        field => {
          const own = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
          window.written = [];
          Object.defineProperty(field, 'value', { configurable: true, get() { return own.get.call(this); }, set(text) { window.written.push(text); own.set.call(this, text); } });
        }
        """;

    [Fact]
    public async Task Nobody_writes_into_a_field_that_is_typed_in()
    {
        var page = await portal.Open();
        foreach (var (address, id) in new[] { ("customers", "list-q"), ("payments", "pay-q"), ("sales", "filter-q"), ("invoices?tab=issued", "inv-q") })
        {
            await page.Visit($"{portal.Home}{address}");
            var search = page.Locator($"#{id}");
            await search.EvaluateAsync(Watch);
            await search.PressSequentiallyAsync("nobody");
            await Asked(page, "nobody");
            await search.PressSequentiallyAsync(" at");
            await Asked(page, "nobody at");
            await Assertions.Expect(page.Locator(".empty h2")).ToBeVisibleAsync();
            Assert.Empty(await Written(page));
        }

        // What comes by another way is taken.
        await page.Locator(".empty a.button").ClickAsync();
        await Assertions.Expect(page.Locator("#inv-q")).ToHaveValueAsync("");
        Assert.NotEmpty(await Written(page));
    }

    [Fact]
    public async Task Nor_into_one_with_suggestions()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}invoices");
        await page.GetByRole(AriaRole.Button, new() { Name = "New invoice" }).ClickAsync();
        var buyer = page.Locator("#buyer-name");
        await buyer.EvaluateAsync(Watch);
        await buyer.PressSequentiallyAsync("Firma Nouă ");
        await Assertions.Expect(page.Locator("[data-kept]")).ToHaveAttributeAsync("data-kept", "11");
        Assert.Empty(await Written(page));

        await page.Keyboard.PressAsync("Control+k");
        var search = page.Locator("#search-text");
        await search.EvaluateAsync(Watch);
        await search.PressSequentiallyAsync("firma noua ");
        await Assertions.Expect(page.Locator(".palette-hit").First).ToBeVisibleAsync();
        Assert.Empty(await Written(page));
    }

    static Task Asked(IPage page, string text) => page.WaitForFunctionAsync("text => new URL(location).searchParams.get('q') === text", text);

    static Task<string[]> Written(IPage page) => page.EvaluateAsync<string[]>("() => window.written");
}
