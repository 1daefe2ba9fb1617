using InvoiceSync.Access;
using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>What there is to do with a connection in the years after: a test that fails, new metadata, a new key of ours, people who tie their accounts.</summary>
public sealed class SsoUpkeepTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_failed_test_leads_back_to_its_reason_new_metadata_is_accepted_and_our_key_renewed()
    {
        await using var saml = await SamlCompany.Required(portal, "upkeep");
        var company = saml.Company;
        var page = await company.OwnerBreaksTheGlass();
        await page.Visit(company.Settings);
        await saml.Provider.Set(new { clock = TimeSpan.FromMinutes(15).TotalMilliseconds });
        await page.GetByRole(AriaRole.Button, new() { Name = "Test sign-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See the exact reason" }).ClickAsync();
        await Assertions.Expect(page.GetByText("saml.too_early").First).ToBeVisibleAsync();
        await saml.Provider.Set(new { clock = 0 });

        await company.Fill(new Dictionary<string, string> { [SamlSuggestion.Address] = saml.Metadata });
        await saml.Provider.Rotate(keepOld: true);
        await company.Watch();
        await page.Visit(company.Settings);
        await Assertions.Expect(page.GetByText("The provider's metadata has changed").First).ToBeVisibleAsync();
        await page.Looks("sso connection alarms");
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept the changes" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The provider's metadata has changed")).ToHaveCountAsync(1);

        var ours = page.Locator("dt", new() { HasText = "Our certificate" });
        await Assertions.Expect(ours).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Renew our key" }).ClickAsync();
        await page.Locator(".rz-dialog").GetByRole(AriaRole.Button, new() { Name = "Renew our key" }).ClickAsync();
        await Assertions.Expect(ours).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task A_colleague_ties_their_account_and_comes_through_the_provider_from_then_on()
    {
        await using var saml = await SamlCompany.Open(portal, "tied");
        var company = saml.Company;
        await company.Send(connection => new ImportSamlMetadata(connection, Address: saml.Metadata));
        await company.Colleague($"colleague@{company.Domain}");
        await saml.Comes($"colleague@{company.Domain}");
        await company.IsRefused(await saml.Member(), "You have an account here already");

        var page = await company.SignsIn($"colleague@{company.Domain}");
        await page.Visit($"{company.Home}account/security");
        await page.Looks("sso account security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tie my account" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Your account is tied.")).ToBeVisibleAsync();
        await company.IsIn(await saml.Member());
    }
}
