using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class AppearanceTests(PortalInBrowser portal)
{
    static readonly string[] Paths =
    [
        "", "sales", "invoices", "invoices?tab=issued", "settings/numbering", "problems", "activity", "settings/company", "settings/stripe", "settings/anaf", "settings/filing", "settings/smartbill", "settings/api-keys", "settings/secrets", "account", "account/security", "account/sessions",
        "activity/exports", "activity/alerts", "settings/audit", "customers", "customers/new", "customers/import", "products", "products/new", "people", "settings/roles", "settings/roles/Manager", "settings/roles/new?like=Manager", "approvals", "settings/approvals", "settings/sso", "settings/networks",
        "payments", "ledger", "ledger/accounts/Receivable", "ledger/opening", "ledger/adjustment", "ledger/customers?key=nobody",
        "reports/sales?period=this-year", "reports/tax?period=this-year", "reports/payments?period=this-year", "reports/aging",
    ];

    public static TheoryData<string, int, ColorScheme> Everywhere =>
        [.. from path in Paths from screen in new[] { (390, ColorScheme.Dark), (1280, ColorScheme.Light) } select (path, screen.Item1, screen.Item2)];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Every_page_fits_its_screen_and_shuts_nobody_out(string path, int width, ColorScheme scheme)
    {
        var page = await portal.Open(width: width, scheme: scheme);
        await page.Visit(portal.Home + path);
        await page.Keep(path, width);
        Assert.False(await page.ScrollsSideways());
        Assert.Empty(await page.Barriers());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_story_of_a_sale_fits_a_telephone_too()
    {
        var page = await portal.Open(width: 390);
        await page.Visit($"{portal.Home}sales");
        await page.Locator("tr.sale a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".timeline li").First).ToBeVisibleAsync();
        Assert.False(await page.ScrollsSideways());
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task The_check_for_barriers_sees_one_that_is_planted()
    {
        var page = await portal.Open();
        await page.Visit(portal.Home);
        await page.EvaluateAsync("() => document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')");
        Assert.NotEmpty(await page.Barriers());
    }

    [Fact]
    public async Task A_chosen_appearance_is_drawn_from_the_first_byte_of_the_next_page()
    {
        var page = await portal.Open();
        await page.Visit(portal.Home);
        await page.GetByRole(AriaRole.Button, new() { Name = "Dark" }).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        var next = await page.APIRequest.GetAsync(portal.Home);
        Assert.Contains("data-theme=\"dark\"", await next.TextAsync(), StringComparison.Ordinal);
    }
}
