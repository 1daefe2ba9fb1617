using System.Globalization;
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
        var kept = 0;
        foreach (var field in new[] { page.Locator("#buyer-name"), page.Locator("[data-sheet] [data-col=name]").First })
        {
            await field.EvaluateAsync(Watch);
            await field.PressSequentiallyAsync("Firma Nouă ");
            kept += "Firma Nouă ".Length;
            await Assertions.Expect(page.Locator("[data-kept]")).ToHaveAttributeAsync("data-kept", $"{kept++}"); // leaving the field is told too
            Assert.Empty(await Written(page));
        }

        // What is chosen or left counts at once, without another stroke.
        await page.Locator("[data-sheet] [data-col=quantity]").First.FillAsync("1");
        await page.Locator("[data-sheet] [data-col=price]").First.FillAsync("100");
        await page.Locator("[data-sheet] [data-col=vat]").First.SelectOptionAsync("AE");
        await Assertions.Expect(page.Locator("[data-total]")).ToContainTextAsync("100.00");
        await page.GetByLabel("Prices include VAT").CheckAsync();
        await page.Locator("[data-sheet] [data-col=vat]").First.SelectOptionAsync("21");
        await Assertions.Expect(page.Locator("tr:has([data-total])")).ToContainTextAsync("100.00");
        await Assertions.Expect(page.GetByText("82.64").First).ToBeVisibleAsync();
        var before = await page.Locator("[data-kept]").GetAttributeAsync("data-kept");
        await page.GetByLabel("Days to pay").FillAsync("12");
        await page.GetByLabel("Days to pay").BlurAsync();
        await page.WaitForFunctionAsync("least => Number(document.querySelector('[data-kept]').dataset.kept) >= least", int.Parse(before!, CultureInfo.InvariantCulture) + 2);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Days to pay")).ToHaveValueAsync("12");
        await page.Lives();

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
