using System.Text;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class CustomersTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_customer_with_a_wrong_CUI_is_refused_with_the_cure_then_kept_then_known_as_a_twin_and_merged()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}customers");
        await page.GetByRole(AriaRole.Link, new() { Name = "New customer" }).ClickAsync();
        await Fill(page, "Exemplu Journey SRL", "RO18547291");
        await Assertions.Expect(page.GetByText("2 to 10 digits with a right check digit")).ToBeVisibleAsync();

        await page.GetByLabel("CUI or tax number").FillAsync("RO18547290");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Exemplu Journey SRL");
        await Assertions.Expect(page.GetByLabel("VAT number")).ToHaveValueAsync("RO18547290");
        await Assertions.Expect(page.GetByText("Add the customer's billing address")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a contact" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a delivery address" }).ClickAsync();
        // A toast lies over what stands under it, and its contrast is not the page's.
        await Assertions.Expect(page.GetByText("Customer saved")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await page.Looks("customer");

        await page.Visit($"{portal.Home}customers/new");
        await Fill(page, "Exemplu Journey", "18547290");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge into this one" }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Merge into this one" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Customers merged")).ToBeVisibleAsync();
        await page.Visit($"{portal.Home}customers?q=exemplu+journey");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_table_with_a_wrong_row_is_planned_corrected_and_imported_while_another_screen_looks_on()
    {
        var other = await portal.Open();
        await other.Visit($"{portal.Home}customers?q=importat");
        await Assertions.Expect(other.GetByText("Nobody found")).ToBeVisibleAsync();
        var page = await portal.Open(width: 390, scheme: ColorScheme.Dark);
        await page.Visit($"{portal.Home}customers/import");
        await Choose(page, "nume;cui;email\nImportat Unu;;unu@importat.example\nImportat Doi;18547291;\n");
        await Assertions.Expect(page.GetByText("2 rows: 2 new customers, 0 here already, 1 to put right.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Import 2 customers" })).ToHaveCountAsync(0);
        Assert.False(await page.ScrollsSideways());
        Assert.Empty(await page.Barriers());

        await Choose(page, "nume;cui;email\nImportat Unu;;unu@importat.example\nImportat Doi;14399840;\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 2 customers" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Customers");
        await Assertions.Expect(other.Locator("tbody tr")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_product_is_made_with_a_price_and_found()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}products/new");
        await page.GetByLabel("Name on invoices").FillAsync("Oră de consultanță");
        await page.GetByLabel("Unit", new() { Exact = true }).FillAsync("HUR");
        await page.GetByLabel("VAT category").SelectOptionAsync("E");
        await Assertions.Expect(page.GetByLabel("VAT rate in percent")).ToHaveCountAsync(0);
        await page.GetByLabel("VAT category").SelectOptionAsync("S");
        await page.GetByLabel("Price of one unit").FillAsync("250.50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Products");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("ora de");
        var row = page.Locator("tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync("hour");
        await Assertions.Expect(row).ToContainTextAsync("250.50");
        await page.Looks("products-with-rows");
    }

    static async Task Fill(IPage page, string name, string taxId)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("CUI or tax number").FillAsync(taxId);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    static Task Choose(IPage page, string table) =>
        page.GetByLabel("Table of customers").SetInputFilesAsync(new FilePayload { Name = "clienti.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(table) });
}
