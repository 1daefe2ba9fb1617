using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Tenancy;

namespace InvoiceSync.IntegrationTests.Secrets;

/// <summary>New data keys, with work going on: nothing becomes unreadable, and nothing is left under the old ones.</summary>
public sealed class DataKeyTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task After_a_new_data_key_every_secret_is_sealed_again_and_opens_as_before()
    {
        var company = await Company.Create(portal, "new-data-key", hooked: false);
        var before = await KeptSecrets.Opened(portal, company);
        var sealedBefore = await KeptSecrets.Sealed(portal, company);
        Assert.NotEmpty(before);

        await portal.Send(company.Owner, new RotateTenantKey());
        await portal.Send(company.Owner, new RotateTenantKey());
        var state = await Eventually.Seen(() => portal.Ask(company.Owner, new GetSecretState()), s => s.IsFinished && s.Keys is [{ Secrets: > 0 }, ..]);

        Assert.Equal(3, state.Keys.Count);
        Assert.Equal((before.Count, before.Count), (state.All, state.Keys[0].Secrets));
        Assert.Equal(before, await KeptSecrets.Opened(portal, company));
        Assert.NotEqual(sealedBefore, await KeptSecrets.Sealed(portal, company));
    }
}
