using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class LedgerTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task What_was_sold_stands_on_both_sides_and_comes_to_zero()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}ledger");
        foreach (var account in (string[])["Receivable", "Revenue", "VatCollected"])
            await Assertions.Expect(page.Locator($"tr[data-account={account}]").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator("tfoot td[data-sum]")).ToHaveTextAsync("0.00");
        Assert.Equal(0, decimal.Parse((await page.Locator("tfoot td[data-sum]").GetAttributeAsync("data-sum"))!, System.Globalization.CultureInfo.InvariantCulture));

        // From the account to the entry, and from the entry to the invoice it came from.
        await page.Locator("tr[data-account=Revenue] a").First.ClickAsync();
        await page.Locator("table.linked tbody tr").Filter(new() { HasText = "Invoice issued" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/ledger/entries/"));
        await Assertions.Expect(page.GetByText("Invoice issued").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "To the invoice" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/invoices/inv_"));
        await Assertions.Expect(page.Locator("#totals")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_adjustment_is_written_and_reversed_and_the_form_says_when_it_does_not_balance()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}ledger/adjustment");
        await page.GetByLabel("Reason").FillAsync("Bank fees");
        await page.Locator("select[name=Account1]").SelectOptionAsync("Fees");
        await page.Locator("input[name=Debit1]").FillAsync("12.5");
        await page.Locator("select[name=Account2]").SelectOptionAsync("Bank");
        await page.Locator("input[name=Credit2]").FillAsync("12");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("Debits and credits differ");

        await page.Locator("input[name=Credit2]").FillAsync("12.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Post" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Adjustment");
        await page.GetByLabel("Reason").FillAsync("Posted twice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reverse" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Reversal");
    }
}
