using InvoiceSync.BrowserTests.Fixture;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>The provider changed its keys in a hurry, minutes after they were last fetched.</summary>
public sealed class RotatedKeysTests(PortalInBrowser portal)
{
    [Fact]
    public async Task New_keys_shut_members_out_until_the_owner_who_got_in_by_a_code_has_them_fetched()
    {
        await using var oidc = await OidcCompany.Required(portal, "rotated");
        var company = oidc.Company;
        await company.IsIn(await oidc.Member());

        await oidc.Turn("rotate");
        await company.IsRefused(await oidc.Member(width: 390), "could not be believed");
        Assert.Equal("jws.key_unknown", await company.Outcome());
        await company.IsRefused(await company.StrangerCallsBack(oidc.Issuer), "was not begun here");

        var owner = await company.OwnerBreaksTheGlass();
        await owner.Visit(company.Settings);
        await Assertions.Expect(owner.GetByText("It probably changed its keys").First).ToBeVisibleAsync();
        await owner.GetByRole(AriaRole.Button, new() { Name = "Refresh keys" }).ClickAsync();
        await Assertions.Expect(owner.GetByText("the provider is asked anew")).ToBeVisibleAsync();
        await company.Noticed();
        await company.IsIn(await oidc.Member());
    }
}
