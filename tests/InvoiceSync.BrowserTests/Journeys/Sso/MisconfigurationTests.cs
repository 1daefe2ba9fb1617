using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>The client secret ran out at the provider, as they do after two years, on a night in December.</summary>
public sealed class MisconfigurationTests(PortalInBrowser portal)
{
    [Fact]
    public async Task A_secret_that_no_longer_fits_shuts_members_out_until_the_owner_enters_the_right_one()
    {
        await using var oidc = await OidcCompany.Required(portal, "misconfigured");
        var company = oidc.Company;
        await company.IsIn(await oidc.Member());

        await company.Fill(new Dictionary<string, string>(), new Dictionary<string, string> { ["client_secret"] = "the one before" });
        await company.Noticed();
        await company.IsRefused(await oidc.Member(), "is not set up as it should be");
        Assert.Equal("token_answer.invalid_client", await company.Outcome());
        await company.IsRefused(await company.StrangerCallsBack(oidc.Issuer), "is not set up as it should be");

        var owner = await company.OwnerBreaksTheGlass();
        await owner.Visit(company.Settings);
        await Assertions.Expect(owner.GetByText("The secret has probably run out").First).ToBeVisibleAsync();
        await owner.GetByLabel("Client secret").FillAsync(oidc.Secret);
        await owner.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(owner.GetByText("Saved.").First).ToBeVisibleAsync();
        await company.Noticed();
        await company.IsIn(await oidc.Member());
    }
}
