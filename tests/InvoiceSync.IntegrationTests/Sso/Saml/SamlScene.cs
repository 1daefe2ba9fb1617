using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;

namespace InvoiceSync.IntegrationTests.Sso.Saml;

/// <summary>A portal, a company with a proved domain and the identity provider, shared by the tests of a class.</summary>
public sealed class SamlScene(TestCluster cluster) : IAsyncLifetime
{
    SamlIdp? idp;

    public PortalUnderTest Portal { get; } = new(cluster);

    internal SamlIdp Idp => idp!;

    public async ValueTask InitializeAsync() => await Portal.InitializeAsync();

    /// <summary>A new company with a connection to the provider. Apart from the portal's start, because only a test may say that it is skipped.</summary>
    internal async Task<SamlLink> Link(IReadOnlyDictionary<string, string>? settings = null)
    {
        idp ??= await SamlIdp.Start();
        return await SamlLink.Open(await SsoScene.Create(Portal), idp, settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (idp is not null) await idp.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
