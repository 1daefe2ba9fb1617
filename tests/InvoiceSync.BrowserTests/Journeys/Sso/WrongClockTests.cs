using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>The provider's clock is a quarter of an hour fast: everything it says is from the future.</summary>
public sealed class WrongClockTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_clock_that_is_wrong_shuts_members_out_until_it_is_set_and_the_owner_gets_in_by_a_code()
    {
        await using var saml = await SamlCompany.Required(portal, "wrong-clock");
        var company = saml.Company;
        await company.IsIn(await saml.Member());

        await saml.Provider.Set(new { clock = TimeSpan.FromMinutes(15).TotalMilliseconds });
        await company.IsRefused(await saml.Member(width: 390), "The clock of your company's sign-in service is wrong");
        Assert.Equal("saml.too_early", await company.Outcome());
        await company.IsRefused(await saml.Stranger(), "could not be believed");
        Assert.Equal("saml.signature_mismatch", await company.Outcome());

        await saml.Provider.Set(new { clock = -TimeSpan.FromMinutes(15).TotalMilliseconds });
        await company.IsRefused(await saml.Member(), "The clock of your company's sign-in service is wrong");

        var owner = await company.OwnerBreaksTheGlass();
        await owner.Visit(company.Settings);
        await Assertions.Expect(owner.GetByText("Set the clock of the provider").First).ToBeVisibleAsync();

        await saml.Provider.Set(new { clock = 0 });
        await company.IsIn(await saml.Member());
    }
}
