using System.Globalization;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>A bookkeeper's desk: customer and product picked by keyboard, found again by Ctrl+K, issued together.</summary>
public sealed class DeskTests(PortalInBrowser portal)
{
    [Fact]
    public async Task Customer_and_product_are_picked_by_keyboard_the_draft_is_found_and_issued_with_the_plan_shown_first()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}products/new");
        await page.GetByLabel("Name on invoices").FillAsync("Ghiveci de birou");
        await page.GetByLabel("Price of one unit").FillAsync("80");
        await Assertions.Expect(page.GetByLabel("Price of one unit")).ToHaveValueAsync("80");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Products");

        await page.Visit($"{portal.Home}invoices");
        await page.GetByRole(AriaRole.Button, new() { Name = "New invoice" }).ClickAsync();
        await Buyer(page, "Desk Client SRL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save as customer" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-customer]")).ToBeVisibleAsync();
        await Name(page).FillAsync("Desk C");
        await Assertions.Expect(page.Locator("[data-customer]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".picks-list:not([hidden]) > li")).ToHaveCountAsync(1);
        Assert.Empty(await page.Barriers());
        await Name(page).PressAsync("ArrowDown");
        await Name(page).PressAsync("Enter");
        await Assertions.Expect(Name(page)).ToHaveValueAsync("Desk Client SRL");
        await Assertions.Expect(page.Locator("[data-customer]")).ToBeVisibleAsync();

        var line = page.Locator("[data-sheet] [data-col=name]").First;
        await line.FillAsync("ghiveci");
        await Assertions.Expect(page.Locator(".picks-list:not([hidden]) > li")).ToContainTextAsync("80.00");
        await line.PressAsync("ArrowDown");
        await line.PressAsync("Enter");
        await Assertions.Expect(line).ToHaveValueAsync("Ghiveci de birou");
        await Assertions.Expect(page.Locator("[data-total]")).ToContainTextAsync("96.80");
        await page.Keep("desk/draft", 1280);

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("desk client");
        await Assertions.Expect(page.Locator(".palette [role=option]").First).ToBeVisibleAsync();
        Assert.Empty(await page.Barriers());
        await page.Keep("desk/search", 1280);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".palette")).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+k");
        await page.Locator("#search-text").FillAsync("numbering");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Home}settings/numbering");

        await page.Visit($"{portal.Home}invoices");
        await page.GetByLabel("Choose Desk Client SRL").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue…" }).ClickAsync();
        await Assertions.Expect(page.GetByText("1 will be issued, 0 will not.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue 1" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-bulk=finished]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator("[data-row=Done]")).ToHaveCountAsync(1);
        await page.Looks("desk-bulk");
    }

    [Fact]
    public async Task A_filter_is_put_by_under_a_name_and_a_telephone_finds_by_its_button()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}invoices?tab=issued&all=1");
        await page.GetByLabel("With ANAF").SelectOptionAsync("Refused");
        await page.GetByLabel("Name of this filter").FillAsync("Desk refused");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep this filter" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-filter='Desk refused']")).ToBeVisibleAsync();
        await page.Looks("desk-list");
        await page.SetViewportSizeAsync(1280, 900);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete Desk refused" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-filter='Desk refused']")).ToHaveCountAsync(0);

        var phone = await portal.Open(width: 390, scheme: ColorScheme.Dark);
        await phone.Visit($"{portal.Home}invoices");
        await phone.Locator(".top [data-search]").ClickAsync();
        await phone.Locator("#search-text").FillAsync("1,00");
        await Assertions.Expect(phone.Locator("#search-hits")).ToBeAttachedAsync();
        await phone.Keep("desk/search", 390);
        Assert.Empty(await phone.Barriers());
        await phone.GetByRole(AriaRole.Button, new() { Name = "Close the search" }).ClickAsync();
        await Assertions.Expect(phone.Locator(".palette")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_invoice_is_repeated_on_the_last_day_of_each_month_with_the_next_twelve_in_sight()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}invoices");
        await page.GetByRole(AriaRole.Button, new() { Name = "New invoice" }).ClickAsync();
        await Buyer(page, "Recurring Client SRL");
        await page.Locator("[data-sheet] [data-col=name]").First.FillAsync("Chirie");
        await page.Locator("[data-sheet] [data-col=quantity]").First.FillAsync("1");
        await page.Locator("[data-sheet] [data-col=price]").First.FillAsync("500");
        await Assertions.Expect(page.GetByText("Everything is kept")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Repeat…" }).ClickAsync();
        // The end of a January, so that the next one is the end of a February.
        var january = new DateOnly(TimeProvider.System.GetUtcNow().Year + 1, 1, 31);
        await page.GetByLabel("First day").FillAsync($"{january:yyyy-MM-dd}");
        await page.GetByLabel("First day").PressAsync("Tab");
        await Assertions.Expect(page.Locator("[data-next] li")).ToHaveCountAsync(12);
        await Assertions.Expect(page.Locator("[data-next] li").Nth(1)).ToHaveTextAsync(january.AddMonths(1).ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        await page.Looks("schedule-new");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the schedule" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Recurring Client SRL");
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing is made while it is paused")).ToBeVisibleAsync();
        await page.Visit($"{portal.Home}invoices/schedules");
        await Assertions.Expect(page.Locator("[data-schedule='Recurring Client SRL']")).ToContainTextAsync("Paused");
        await page.Looks("schedules");
    }

    [Fact]
    public async Task A_draft_becomes_a_pro_forma_and_that_an_invoice_again()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}invoices");
        await page.GetByRole(AriaRole.Button, new() { Name = "New invoice" }).ClickAsync();
        await Buyer(page, "Proforma Client SRL");
        await page.Locator("[data-sheet] [data-col=name]").First.FillAsync("Consultanță");
        await page.Locator("[data-sheet] [data-col=quantity]").First.FillAsync("2");
        await page.Locator("[data-sheet] [data-col=price]").First.FillAsync("500");
        await Assertions.Expect(page.GetByText("Everything is kept")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Pro-forma…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make it" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("PF-");
        await page.GetByRole(AriaRole.Button, new() { Name = "Mark as sent" }).ClickAsync();
        await Assertions.Expect(page.Locator(".sale-head .chip")).ToHaveTextAsync("Sent");
        await page.Looks("estimate");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the invoice" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Made of PF-")).ToBeVisibleAsync();
        await page.Visit($"{portal.Home}invoices/estimates");
        await Assertions.Expect(page.Locator("[data-estimate^='PF-']")).ToContainTextAsync("Invoiced");
        await page.Looks("estimates");
    }

    static ILocator Name(IPage page) => page.GetByLabel("Name", new() { Exact = true });

    static async Task Buyer(IPage page, string name)
    {
        await Name(page).FillAsync(name);
        await page.GetByLabel("Tax number").FillAsync("RO12345674");
        await page.GetByLabel("Street and number", new() { Exact = true }).FillAsync("Bd. Test 2");
        await page.GetByLabel("County", new() { Exact = true }).SelectOptionAsync("RO-CJ");
        await page.GetByLabel("City", new() { Exact = true }).FillAsync("Cluj-Napoca");
        await page.GetByLabel("City", new() { Exact = true }).PressAsync("Tab");
    }
}
