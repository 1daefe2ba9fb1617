using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>An administrator sets a connection up, in five steps.</summary>
public sealed class SsoSettingsTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_connection_is_set_up_from_metadata_tried_mapped_to_the_companys_own_role_and_required()
    {
        await using var saml = await SamlCompany.Open(portal, "five-steps");
        var company = saml.Company;
        var page = await company.OwnerSignsIn();
        await page.Visit(company.Settings);
        await page.Looks("sso connection empty");
        await page.GetByLabel("Or a file with the metadata").SetInputFilesAsync(new FilePayload { Name = "metadata.xml", MimeType = "application/xml", Buffer = "<html/>"u8.ToArray() });
        await Assertions.Expect(page.GetByText("cannot be used").First).ToBeVisibleAsync();
        await page.GetByLabel("Or a file with the metadata").SetInputFilesAsync(new FilePayload { Name = "metadata.xml", MimeType = "application/xml", Buffer = await saml.Provider.Metadata() });
        await Assertions.Expect(page.GetByText("The metadata was read").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Test sign-in" }).ClickAsync();
        await Assertions.Expect(page.GetByText("An owner passed the test sign-in")).ToBeVisibleAsync();
        await page.Lives();
        await Assertions.Expect(page.Locator(".claims")).ToContainTextAsync("bookkeepers");

        await page.GetByRole(AriaRole.Button, new() { Name = "Another group" }).ClickAsync();
        await page.GetByLabel("Group", new() { Exact = true }).FillAsync("bookkeepers");
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync("Night shift");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save roles" }).ClickAsync();
        await Assertions.Expect(page.Locator(".claims .chip.good")).ToHaveTextAsync("Night shift");
        await page.Visit(company.Settings);
        await page.Looks("sso connection");

        await portal.ForgetProof(company.Owner, page.Context);
        await page.Visit($"{company.Home}settings/sso");
        await page.GetByLabel("Provider only").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the seven days" }).ClickAsync();
        await Proved(page);
        await Assertions.Expect(page.GetByText("First an owner has to make break-glass codes").First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make new codes" }).ClickAsync();
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(8);
        await page.GetByLabel("Provider only").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin the seven days" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Passwords stop working here in 7 days")).ToBeVisibleAsync();
        await page.Visit($"{company.Home}settings/sso");
        await page.Looks("sso settings");
    }

    static async Task Proved(IPage page)
    {
        await page.GetByLabel("Password or code").FillAsync(SsoCompany.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }
}
