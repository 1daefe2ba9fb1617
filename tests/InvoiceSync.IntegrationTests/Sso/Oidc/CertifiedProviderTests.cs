using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Sso.Peers;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>The whole way with a certified provider: in, new keys, out from either side.</summary>
public sealed class CertifiedProviderTests(TestCluster cluster) : IAsyncLifetime
{
    readonly PortalUnderTest portal = new(cluster);
    readonly HttpClient http = new();
    NodePeer? peer;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => portal.InitializeAsync();

    [Fact]
    public async Task A_person_signs_in_with_the_role_of_their_group_and_signs_out_here_and_there()
    {
        var (door, person) = await Door();
        using var visitor = new Visitor();
        await visitor.Enter(door, person);
        Assert.Equal($"/t/{door.Scene.Slug}/", visitor.At.AbsolutePath);
        Assert.Equal("passed", await door.Outcome());

        await visitor.Go(new Uri(door.Portal, "/choose"));
        await visitor.Go(new Uri(door.Portal, "/sign-out"), visitor.Hidden());
        Assert.Equal(0, await door.Sessions());
        var onward = WebUtility.HtmlDecode(visitor.Page.Split("url=")[1].Split('"')[0]);
        Assert.StartsWith($"{peer!.Address.OriginalString}/session/end?", onward, StringComparison.Ordinal);
        Assert.Contains("id_token_hint=ey", onward, StringComparison.Ordinal);

        await visitor.Go(new Uri(onward));
        await visitor.Go(new Uri(peer.Address, "/session/end/confirm"), new(visitor.Hidden()) { ["logout"] = "yes" });
        Assert.Equal("/sign-in", visitor.At.AbsolutePath);
        await visitor.Go(new Uri(door.Portal, door.Start), null, door.IsDecided);
        Assert.Contains("name=\"login\"", visitor.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_out_at_the_provider_ends_the_session_here()
    {
        var (door, person) = await Door();
        using var visitor = new Visitor();
        await visitor.Enter(door, person);
        Assert.Equal(1, await door.Sessions());

        await visitor.Go(new Uri(peer!.Address, "/session/end"));
        await visitor.Go(new Uri(peer.Address, "/session/end/confirm"), new(visitor.Hidden()) { ["logout"] = "yes" });
        await Eventually.Seen(door.Sessions, count => count == 0);
    }

    [Fact]
    public async Task Somebody_known_there_is_asked_again_for_a_proof_and_not_for_a_sign_in()
    {
        var (door, person) = await Door();
        using var visitor = new Visitor();
        await visitor.Enter(door, person);
        await visitor.Enter(door, person);
        Assert.Equal(0, visitor.Asked);
        await visitor.Go(new Uri(door.Portal, $"/t/{door.Scene.Slug}/account/proof/{door.Connection}"), null, door.IsDecided);
        await visitor.Enter(door, person, visitor.At.PathAndQuery);
        Assert.Equal($"/t/{door.Scene.Slug}/account/proved", visitor.At.AbsolutePath);
        Assert.True(visitor.Asked > 0);
    }

    [Theory]
    [InlineData("/__rotate")]
    [InlineData("/__rotate?keep")]
    public async Task New_keys_count_as_soon_as_an_administrator_refreshes(string rotate)
    {
        var (door, person) = await Door();
        using var visitor = new Visitor();
        await visitor.Enter(door, person);
        using (await http.PostAsync(new Uri(peer!.Address, rotate), null, Stop))
        {
        }

        // Within the minute of the last fetch an unknown key is not worth another one.
        await visitor.Enter(door, person);
        Assert.Equal("jws.key_unknown", await door.Outcome());
        await portal.Send(door.Scene.Owner, new RefreshSsoKeys(door.Connection));
        await Eventually.Seen(
            async () =>
            {
                await visitor.Enter(door, person);
                return await door.Outcome();
            },
            outcome => outcome == "passed");
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (peer is not null) await peer.DisposeAsync();
        await portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    async Task<(OidcDoor Door, string Person)> Door()
    {
        peer ??= await NodePeer.Start("oidc", "op.mjs");
        var scene = await SsoScene.Create(portal);
        var door = await OidcDoor.Open(scene, peer.Address.OriginalString.TrimEnd('/'), "later", groups: new SsoGroupRole("finance", Roles.Accountant));
        using var answer = await http.PostAsJsonAsync(new Uri(peer.Address, "/reg"), new
        {
            redirect_uris = new[] { new Uri(door.Portal, $"/sso/{door.Slug}/callback") },
            post_logout_redirect_uris = new[] { new Uri(door.Portal, $"/sso/{door.Slug}/signed-out") },
            backchannel_logout_uri = new Uri(door.Portal, $"/sso/{door.Slug}/backchannel"),
            backchannel_logout_session_required = true,
        }, Stop);
        var client = await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
        Assert.True(answer.IsSuccessStatusCode, client.ToString());
        await portal.Send(scene.Owner, new UpdateSsoConnection(
            door.Connection,
            Settings: new Dictionary<string, string> { ["client_id"] = client.GetProperty("client_id").GetString()! },
            Secrets: new Dictionary<string, string> { ["client_secret"] = client.GetProperty("client_secret").GetString()! }));
        return (door, $"ana_at_{scene.Domain}");
    }
}
