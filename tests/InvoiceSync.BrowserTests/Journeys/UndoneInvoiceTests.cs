using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.Customers;
using InvoiceSync.Invoicing;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys;

/// <summary>What a bookkeeper does with an invoice that was wrong or is not paid.</summary>
public sealed class UndoneInvoiceTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_part_is_credited_with_its_figures_shown_before_and_the_rest_is_written_off_and_taken_up_again()
    {
        var invoice = await Issue();
        var page = await portal.Open();
        await page.Visit($"{portal.Home}invoices/{invoice}");
        await Button(page, "Credit").ClickAsync();
        await page.GetByText("Some of the lines").ClickAsync();
        await page.GetByLabel("Take back of Consultanță").FillAsync("8");
        await page.GetByLabel("Take back of Consultanță").PressAsync("Tab");
        await Assertions.Expect(page.Locator(".rz-dialog tr.sum")).ToContainTextAsync("1,452.00");
        await Button(page, "Issue credit note").ClickAsync();
        await Assertions.Expect(page.Locator(".rz-dialog .wrong")).ToContainTextAsync("Say why");
        await page.GetByLabel("Reason").FillAsync("Eight hours were not worked");
        await page.Keep("invoices/credit", 1280);
        Assert.Empty(await page.Barriers());

        await Button(page, "Issue credit note").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("NC-");
        await page.Locator(".sale-head a").ClickAsync();
        await Assertions.Expect(page.Locator("#credits")).ToBeVisibleAsync();
        await Button(page, "Write off").ClickAsync();
        await Assertions.Expect(page.Locator(".rz-dialog")).ToContainTextAsync("5,808.00");
        await page.GetByLabel("Reason").FillAsync("Insolvent");
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Write off" }).ClickAsync();
        await Button(page, "Undo write-off").ClickAsync();
        await Assertions.Expect(Button(page, "Write off")).ToBeVisibleAsync();
        await page.Keep("invoices/credited", 1280);
        Assert.Empty(await page.Barriers());
    }

    [Fact]
    public async Task On_a_telephone_the_credit_note_is_written_too_and_its_shape_is_chosen_in_the_settings()
    {
        var invoice = await Issue();
        var phone = await portal.Open(width: 390, scheme: ColorScheme.Dark);
        await phone.Visit($"{portal.Home}settings/numbering");
        await Assertions.Expect(phone.GetByText("Storno (380)")).ToBeVisibleAsync();
        await phone.Keep("invoices/credit-settings", 390);
        Assert.False(await phone.ScrollsSideways());
        Assert.Empty(await phone.Barriers());

        await phone.Visit($"{portal.Home}invoices/{invoice}");
        await Button(phone, "Credit").ClickAsync();
        await phone.GetByText("An amount", new() { Exact = true }).ClickAsync();
        await phone.GetByLabel("Amount with VAT").FillAsync("9999");
        await phone.GetByLabel("Amount with VAT").PressAsync("Tab");
        await Assertions.Expect(phone.Locator(".rz-dialog .wrong")).ToContainTextAsync("more than what is left");
        await phone.Keep("invoices/credit", 390);
        Assert.False(await phone.ScrollsSideways());
        Assert.Empty(await phone.Barriers());
    }

    async Task<InvoiceId> Issue()
    {
        var content = new DraftContent
        {
            Buyer = new(BuyerKind.Company, "Exemplu Client SRL", "RO18547290") { Address = new("Bd. Test 2", null, "Cluj-Napoca", "Cluj", "400001", "RO") },
            Lines = [new("Consultanță", null, 40, 150) { Rate = 21, Unit = "HUR" }],
        };
        return await portal.Send(portal.Machine, new IssueDraft(await portal.Send(portal.Machine, new CreateDraft(content))));
    }

    static ILocator Button(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
}
