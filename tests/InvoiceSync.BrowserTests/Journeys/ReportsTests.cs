using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class ReportsTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task Sales_tax_payments_and_aging_are_read_and_a_file_holds_the_figure_of_the_page()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}reports");
        await page.Locator("select[name=period]").SelectOptionAsync("this-year");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("period=this-year"));
        var total = page.Locator("tr[data-total=RON] td[data-gross]");
        await Assertions.Expect(total).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".report-chart svg").First).ToBeVisibleAsync(new() { Timeout = Patience });

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }).ClickAsync());
        var lines = (await File.ReadAllLinesAsync(await file.PathAsync(), TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(','));
        var gross = lines.Where(l => l[1] == "\"RON\"").Sum(l => decimal.Parse(l[6], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse((await total.GetAttributeAsync("data-gross"))!, System.Globalization.CultureInfo.InvariantCulture), gross);

        await page.GetByRole(AriaRole.Link, new() { Name = "Tax", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Tax");
        await page.Locator("nav.tabs a[href='reports/payments']").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Payments");
        await page.GetByRole(AriaRole.Link, new() { Name = "Aging", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Aging");
    }
}
