using InvoiceSync.BrowserTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;
using Microsoft.Playwright;

namespace InvoiceSync.BrowserTests.Journeys.Sso;

/// <summary>The provider's certificate ran out. By itself that locks nobody out; the provider's change to another one does, until it is accepted.</summary>
public sealed class ExpiredCertificateTests(PortalInBrowser portal)
{
    [Fact]
    public async Task An_expired_certificate_is_told_and_its_successor_counts_once_the_owner_who_got_in_by_a_code_reads_it()
    {
        using var old = SamlIdp.NewCertificate(days: -0.5);
        await using var saml = await SamlCompany.Required(portal, "expired", old);
        var company = saml.Company;
        await company.IsIn(await saml.Member());

        await saml.Provider.Rotate();
        await company.IsRefused(await saml.Member(), "could not be believed");
        await company.IsRefused(await saml.Stranger(), "could not be believed");
        Assert.Equal("saml.signature_mismatch", await company.Outcome());

        var owner = await company.OwnerBreaksTheGlass();
        await owner.Visit(company.Settings);
        await Assertions.Expect(owner.GetByText("The provider's certificate ran out on")).ToBeVisibleAsync();
        await owner.GetByLabel("Address of the metadata").FillAsync(saml.Metadata);
        await owner.GetByRole(AriaRole.Button, new() { Name = "Read from this address" }).ClickAsync();
        await Assertions.Expect(owner.GetByText("The provider's certificate ran out on")).ToHaveCountAsync(0);
        await company.Noticed();
        await company.IsIn(await saml.Member());
        await company.IsRefused(await saml.Stranger(), "could not be believed");
    }
}
