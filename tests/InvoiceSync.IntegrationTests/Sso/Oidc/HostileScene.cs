using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>A portal, a company with a proved domain, and the hostile provider, shared by the tests of a class.</summary>
public sealed class HostileScene(TestCluster cluster) : IAsyncLifetime
{
    NodePeer? peer;
    SsoScene? scene;

    public PortalUnderTest Portal { get; } = new(cluster);

    public HttpClient Http { get; } = new();

    internal SsoScene Company => scene!;

    internal Uri Provider => peer!.Address;

    public async ValueTask InitializeAsync() => await Portal.InitializeAsync();

    /// <summary>Apart from the portal's start, because only a test may say that it is skipped.</summary>
    internal async Task<OidcDoor> Door(string mode, IReadOnlyDictionary<string, string>? settings = null, params InvoiceSync.Access.SsoGroupRole[] groups)
    {
        peer ??= await NodePeer.Start("oidc", "evil.mjs");
        scene ??= await SsoScene.Create(Portal);
        return await OidcDoor.Open(scene, $"{peer.Address.OriginalString.TrimEnd('/')}/{mode}", scene.Domain, settings, groups: groups);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (peer is not null) await peer.DisposeAsync();
        await Portal.DisposeAsync();
    }
}
