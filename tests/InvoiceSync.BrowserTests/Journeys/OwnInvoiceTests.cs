using System.Text.RegularExpressions;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>A bookkeeper's first invoice: typed like in a spreadsheet, kept while it is typed, issued, accepted.</summary>
public sealed partial class OwnInvoiceTests(PortalInBrowser portal)
{
    [Fact]
    public async Task An_invoice_is_typed_with_the_keyboard_says_what_is_missing_and_is_accepted()
    {
        var page = await portal.Open();
        await Begin(page);
        await Button(page, "Issue").ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("Enter who the invoice is for.");
        Assert.Empty(await page.Barriers());

        await Buyer(page, "RO18547290");
        await Cell(page, "name", 0).FillAsync("Consultanță");
        await Cell(page, "quantity", 0).FillAsync("40");
        await Cell(page, "price", 0).FillAsync("150,00");
        await Cell(page, "price", 0).PressAsync("Enter");
        await Assertions.Expect(Cell(page, "price", 1)).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-total]")).ToContainTextAsync("7,260.00");
        await Cell(page, "name", 1).FillAsync("Transport");
        await Cell(page, "quantity", 1).FillAsync("1");
        await Cell(page, "price", 1).FillAsync("100");
        await Assertions.Expect(page.Locator("[data-total]")).ToContainTextAsync("7,381.00");
        await page.Keep("invoices/draft", 1280);
        Assert.Empty(await page.Barriers());

        await Button(page, "Issue").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Invoice());
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("FACT-");
        await Assertions.Expect(page.Locator(".sale-head .chip.good")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.Keep("invoices/invoice", 1280);
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task Nothing_typed_is_lost_with_the_tab_and_a_telephone_shows_it_whole()
    {
        var page = await portal.Open();
        await Begin(page);
        await Cell(page, "name", 0).FillAsync("Half typed");
        await Assertions.Expect(page.Locator("[data-kept]")).Not.ToHaveAttributeAsync("data-kept", "0");
        await Assertions.Expect(page.GetByText("Everything is kept")).ToBeVisibleAsync();
        var address = page.Url;
        await page.Context.CloseAsync();

        var phone = await portal.Open(width: 390, scheme: ColorScheme.Dark);
        await phone.Visit(address);
        await Assertions.Expect(Cell(phone, "name", 0)).ToHaveValueAsync("Half typed");
        await phone.Keep("invoices/draft", 390);
        Assert.False(await phone.ScrollsSideways());
        Assert.Empty(await phone.Barriers());
        await Button(phone, "Throw away").ClickAsync();
        await phone.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Throw away" }).ClickAsync();
        await Assertions.Expect(phone).ToHaveURLAsync($"{portal.Home}invoices");
    }

    [Fact]
    public async Task A_series_of_ones_own_names_its_next_number_and_a_wrong_pattern_its_cure()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}settings/numbering");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("PROBA");
        await page.GetByLabel("Pattern").FillAsync("PROBA");
        await page.GetByLabel("New invoices use this series").UncheckAsync();
        await Button(page, "Add the series").ClickAsync();
        await Assertions.Expect(page.Locator(".wrong")).ToContainTextAsync("FACT-{yyyy}-{0000}");
        await page.GetByLabel("Pattern").FillAsync("P{000}");
        await Button(page, "Add the series").ClickAsync();
        await Assertions.Expect(page.Locator("[data-series=PROBA]")).ToContainTextAsync("P001");
    }

    [Fact]
    public async Task What_is_paid_is_seen_at_once_and_a_reversal_opens_the_invoice_again()
    {
        var page = await portal.Open();
        await Begin(page);
        await Buyer(page, "RO18547290");
        await Cell(page, "name", 0).FillAsync("Curs");
        await Cell(page, "quantity", 0).FillAsync("1");
        await Cell(page, "price", 0).FillAsync("100");
        await Cell(page, "price", 0).PressAsync("Enter");
        await Button(page, "Issue").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(Invoice());
        var invoice = page.Url;
        await Assertions.Expect(page.Locator("[data-open]")).ToContainTextAsync("121.00");

        await Button(page, "Record payment").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Amount in RON").FillAsync("150");
        await dialog.GetByLabel("Reference").FillAsync("OP 7");
        await Assertions.Expect(dialog.Locator(".note")).ToContainTextAsync("29.00");
        await page.Keep("payments/record", 1280);
        Assert.Empty(await page.Barriers());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Record payment" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-open]")).ToHaveTextAsync("0.00\u00A0RON");

        await page.Locator("section[aria-labelledby=payments] a.whole").ClickAsync();
        await Assertions.Expect(page.Locator(".sale-head .chip")).ToHaveTextAsync("Received");
        await page.Looks("payments/payment");
        await page.GetByLabel("Reason").Last.FillAsync("Another company's money");
        await Button(page, "Reverse").ClickAsync();
        await Assertions.Expect(page.Locator(".sale-head .chip")).ToHaveTextAsync("Reversed");
        await page.Visit(invoice);
        await Assertions.Expect(page.Locator("[data-open]")).ToContainTextAsync("121.00");
        await page.Visit($"{portal.Home}payments");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("OP 7");
        await page.Looks("payments/list");
    }

    async Task Begin(IPage page)
    {
        await page.Visit($"{portal.Home}invoices");
        await Button(page, "New invoice").ClickAsync();
        await Assertions.Expect(Cell(page, "name", 0)).ToBeVisibleAsync();
    }

    static async Task Buyer(IPage page, string taxId)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Exemplu Client SRL");
        await page.GetByLabel("Tax number").FillAsync(taxId);
        await page.GetByLabel("Street and number", new() { Exact = true }).FillAsync("Bd. Test 2");
        await page.GetByLabel("County", new() { Exact = true }).SelectOptionAsync("RO-CJ");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("Cluj-Napoca");
        await page.GetByLabel("City", new() { Exact = true }).PressAsync("Tab");
    }

    static ILocator Cell(IPage page, string column, int row) => page.Locator($"[data-sheet] [data-col={column}]").Nth(row);

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    [GeneratedRegex("/invoices/inv_[0-9a-z]+$")]
    private static partial Regex Invoice();
}
