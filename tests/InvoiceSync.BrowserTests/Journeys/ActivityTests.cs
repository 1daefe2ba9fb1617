using System.Text.RegularExpressions;
using InvoiceSync.Access;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

public sealed class ActivityTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task What_somebody_does_appears_on_the_open_page_without_a_reload()
    {
        const string person = "watched@practice.example";
        await portal.Join(person, Roles.Viewer, PortalInBrowser.ViewerPassword);
        var page = await portal.Open();
        await page.Visit($"{portal.Home}activity?event=user.signed_in");
        await page.EvaluateAsync("() => { window.neverReloaded = true; }");
        await portal.Open(person);
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("watched", new() { Timeout = Patience });
        Assert.True(await page.EvaluateAsync<bool>("() => window.neverReloaded === true"));
    }

    [Fact]
    public async Task A_filter_narrows_the_list_stands_in_the_address_and_shows_before_and_after()
    {
        var page = await portal.Open(width: 390);
        await page.Visit($"{portal.Home}activity");
        await page.GetByLabel("Action").FillAsync("sale.updated");
        await page.GetByLabel("Action").PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync($"{portal.Home}activity?event=sale.updated");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("→");
        Assert.False(await page.ScrollsSideways());

        await page.Visit($"{portal.Home}activity?who=usr_nobody");
        await Assertions.Expect(page.GetByText("Nothing matches")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_person_is_chosen_by_name_and_the_address_keeps_who_it_is()
    {
        const string person = "chosen@practice.example";
        await portal.Join(person, Roles.Viewer, PortalInBrowser.ViewerPassword);
        await portal.Open(person);
        var page = await portal.Open();
        await page.Visit($"{portal.Home}activity?event=user.signed_in");
        await page.GetByLabel("Who").SelectOptionAsync(new SelectOptionValue { Label = "chosen" });
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("activity\\?event=user.signed_in&who=usr_"));
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("tbody tr")).ToContainTextAsync("chosen");

        // A kept address opens with the same choice made; one of somebody unknown here still means them.
        await page.Visit(page.Url);
        await Assertions.Expect(page.GetByLabel("Who").Locator("option:checked")).ToHaveTextAsync("chosen");
        await page.Visit($"{portal.Home}activity?who=usr_nobody");
        await Assertions.Expect(page.GetByLabel("Who")).ToHaveValueAsync("usr_nobody");
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task Whoever_looks_at_an_invoice_is_noted()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}sales?kind=Invoice&state=Accepted");
        await page.Locator("tr.sale a").First.ClickAsync();
        await Assertions.Expect(page.Locator(".sale-head")).ToBeVisibleAsync();
        await page.Visit($"{portal.Home}activity?event=invoice.viewed");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Looked at an invoice");
    }

    [Fact]
    public async Task The_list_is_taken_along_as_a_table_file_and_that_is_noted()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}activity?event=sale.updated");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Export CSV" }).ClickAsync());
        var lines = await File.ReadAllLinesAsync((await file.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.StartsWith("seq,at,event", lines[0], StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line => Assert.Contains("sale.updated", line, StringComparison.Ordinal));
        await page.Visit($"{portal.Home}activity?event=audit.exported");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Exported the audit log");
    }

    [Fact]
    public async Task A_person_is_erased_after_being_asked_and_their_name_is_gone_from_the_list()
    {
        const string person = "forgotten@practice.example";
        await portal.Join(person, Roles.Viewer, PortalInBrowser.ViewerPassword);
        await portal.Open(person);
        var page = await portal.Open();
        await page.Visit($"{portal.Home}people");
        await page.GetByRole(AriaRole.Row, new() { Name = person }).GetByRole(AriaRole.Link).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Erase for good" }).ClickAsync();
        await page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Erase for good" }).ClickAsync();
        // Who signed in long ago proves to be there first.
        var proof = page.GetByRole(AriaRole.Dialog).Locator("input[type=password]");
        var done = page.GetByText("Every server knows it");
        await Assertions.Expect(proof.Or(done).First).ToBeVisibleAsync(new() { Timeout = Patience });
        if (await proof.IsVisibleAsync())
        {
            await proof.FillAsync(PortalInBrowser.OwnerPassword);
            await proof.PressAsync("Enter");
            await Assertions.Expect(done).ToBeVisibleAsync();
        }

        await page.Visit($"{portal.Home}activity?event=person.erased");
        await Assertions.Expect(page.Locator("tbody tr").First).ToContainTextAsync("Erased a person");
        await page.Visit($"{portal.Home}activity?event=user.signed_in");
        await Assertions.Expect(page.GetByText("Erased person").First).ToBeVisibleAsync();
    }
}
