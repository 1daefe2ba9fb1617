using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>The provider is down: first behind its sign-in page, then altogether, then it is back.</summary>
public sealed class DeadProviderTests(PortalInBrowser portal)
{
    [Fact]
    public async Task Nobody_gets_in_but_an_owner_with_a_code_and_everybody_again_as_soon_as_it_is_back()
    {
        await using var oidc = await OidcCompany.Required(portal, "dead");
        var company = oidc.Company;
        await company.Colleague($"colleague@{company.Domain}");
        await company.IsIn(await oidc.Member());

        await oidc.Turn("dead?/token");
        await company.IsRefused(await oidc.Member(), "does not answer");
        Assert.Equal("token_answer.unreachable", await company.Outcome());
        await company.IsRefused(await company.StrangerCallsBack(oidc.Issuer), "does not answer");

        await oidc.Turn("dead?/");
        await company.IsRefused(await Silence(company), "does not answer");
        Assert.Equal("sign_in_page.unreachable", await company.Outcome());
        await ColleagueStaysOut(company);
        await company.OwnerBreaksTheGlass();

        await oidc.Turn("dead");
        await company.IsIn(await oidc.Member());
    }

    // The portal remembers for three seconds that a provider answered; a browser that comes in between meets the silence itself.
    async Task<IPage> Silence(SsoCompany company)
    {
        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(20);
        var page = await portal.Open(email: null);
        while (true)
        {
            await page.Reach($"{company.Door}start");
            if (page.Url.Contains("/sso/refused", StringComparison.Ordinal)) return page;
            Assert.True(TimeProvider.System.GetUtcNow() < until, "The browser is still sent to a provider that is dead.");
            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        }
    }

    // Their password is right, and codes are the owners' alone.
    async Task ColleagueStaysOut(SsoCompany company)
    {
        var page = await portal.Open(email: null);
        await page.GotoAsync($"{portal.Address}sign-in");
        await page.SignIn($"colleague@{company.Domain}", SsoCompany.Password);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Not by this way");
        await page.GetByText("Emergency: I am an owner").ClickAsync();
        await page.GetByLabel("Break-glass code").FillAsync(company.Code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter with the code" }).ClickAsync();
        await Assertions.Expect(page.Locator(".note.bad")).ToContainTextAsync("not yours");
        await page.GotoAsync($"{company.Home}sales");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Not by this way");
    }
}
