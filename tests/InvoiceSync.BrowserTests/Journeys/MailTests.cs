using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.Sync;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>An invoice goes to the customer from its page, and what arrives is looked at in the practice inbox.</summary>
public sealed class MailTests(PortalInBrowser portal)
{
    const float Patience = 30_000;

    [Fact]
    public async Task An_invoice_is_sent_from_its_page_and_arrives_as_it_was_previewed()
    {
        var page = await portal.Open();
        // The oldest of the seed: whatever other journeys sold, credited or voided meanwhile is newer.
        var accepted = await portal.Ask(portal.Machine, new ListSales(State: SaleState.Accepted, Take: 200));
        await page.Visit($"{portal.Home}invoices/{accepted.Rows[^1].Invoice}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.Locator("input[name=To]").FillAsync("client+facturi@exemplu.ro");
        await dialog.GetByLabel("A few words of your own").FillAsync("Mulțumim!");
        await dialog.GetByLabel("A few words of your own").BlurAsync();
        await Assertions.Expect(dialog.Locator("iframe").ContentFrame.GetByText("Mulțumim!")).ToBeVisibleAsync();
        await page.Keep("mail/send", 1280);
        Assert.Empty(await page.Barriers());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-mail] .chip.good")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".sale-head .chip.sent").GetByText("Sent")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Keep("mail/invoice", 1280);

        await page.Visit($"{portal.Home}mails");
        await Assertions.Expect(page.Locator("tr[data-mail]").First).ToContainTextAsync("client+facturi@exemplu.ro");
        await page.Looks("mail/mails");
        await page.Visit($"{portal.Home}practice-inbox");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("article iframe").ContentFrame.GetByText("Mulțumim!")).ToBeVisibleAsync();
        await page.Looks("mail/inbox");
    }

    [Fact]
    public async Task A_template_shows_at_once_what_it_makes_and_what_is_wrong_and_the_settings_say_what_the_server_answered()
    {
        var page = await portal.Open();
        await page.Visit($"{portal.Home}settings/mail/templates");
        await page.Locator("input[name=Subject]").FillAsync("Salut {{nobody}}");
        await page.Locator("input[name=Subject]").BlurAsync();
        await Assertions.Expect(page.GetByText("{{nobody}} is not understood")).ToBeVisibleAsync();
        await page.Locator("input[name=Subject]").FillAsync("Salut {{customer_name}}");
        await page.Locator("input[name=Subject]").BlurAsync();
        await Assertions.Expect(page.GetByText("Salut Exemplu & Fiii SRL")).ToBeVisibleAsync();
        await page.Looks("mail/templates");

        await page.Visit($"{portal.Home}settings/mail");
        await page.Locator("input[name=To]").FillAsync("ana@exemplu.ro");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a test mail" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.good")).ToContainTextAsync("The mail server took it.", new() { Timeout = Patience });
        await page.GetByText("By your own mail server").ClickAsync();
        await page.Looks("mail/settings");
    }
}
