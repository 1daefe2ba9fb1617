using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Keeping connections: secrets stay in the vault, other companies' connections do not exist, sessions end where they should.</summary>
public sealed class SsoConnectionTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Handlers_find_a_connection_by_its_slug_with_its_secrets_and_pages_see_only_their_names()
    {
        var scene = await SsoScene.Create(portal);
        var row = (await portal.Ask(scene.Owner, new ListSsoConnections())).Single();
        Assert.Equal(["client_secret"], row.SecretsKept);
        var found = await portal.Send(Caller.Nobody, new GetSsoConnection(row.Slug));
        Assert.Equal((scene.Tenant, scene.Slug, "kept"), (found!.Tenant, found.TenantSlug, found.Secrets["client_secret"]));
        Assert.DoesNotContain("kept", (string)(await scene.Ask($"select c::text from access.sso_connections c where tenant_id = '{scene.Tenant.Value}'"))!, StringComparison.Ordinal);
        Assert.Null(await portal.Send(Caller.Nobody, new GetSsoConnection(new('0', 20))));
        Assert.Null(await portal.Send(Caller.Nobody, new GetSsoConnection("")));

        await portal.Send(scene.Owner, new UpdateSsoConnection(scene.Connection, "Renamed", Secrets: new Dictionary<string, string> { ["client_secret"] = "" }, Attributes: new Dictionary<string, string> { ["groups"] = "roles" }));
        var changed = await portal.Send(Caller.Nobody, new GetSsoConnection(row.Slug));
        Assert.Empty(changed!.Secrets);
        Assert.Equal(("Renamed", "roles"), (changed.Name, changed.Attributes["groups"]));
        Assert.True(changed.Version > found.Version);
    }

    [Fact]
    public async Task One_company_cannot_touch_anothers_connection()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        foreach (var command in (ICommand<Done>[])[new UpdateSsoConnection(other.Connection, "Stolen"), new EnableSsoConnection(other.Connection), new DisableSsoConnection(other.Connection)])
            Assert.Equal("sso.not_found", (await portal.As(mine.Owner, d => d.Send(command, TestContext.Current.CancellationToken))).Error!.Code);
        Assert.Equal("sso.not_found", (await portal.As(mine.Owner, d => d.Send(new BeginSsoTest(other.Connection), TestContext.Current.CancellationToken))).Error!.Code);
    }

    [Fact]
    public async Task Log_out_from_the_provider_ends_one_session_one_subject_or_all()
    {
        var scene = await SsoScene.Create(portal);
        var one = await scene.Entered(scene.Ana());
        var two = await scene.Entered(scene.Ana() with { SessionIndex = "session-2" });
        var bob = await scene.Entered(scene.Ana("bob") with { Email = $"bob@{scene.Domain}" });

        Assert.Equal(0, await portal.Send(Caller.Nobody, new EndSsoSessions(scene.Connection, "ANA")));
        Assert.Equal(1, await portal.Send(Caller.Nobody, new EndSsoSessions(scene.Connection, "ana", "session-1")));
        Assert.Equal((false, true, true), (await Lives(scene, one), await Lives(scene, two), await Lives(scene, bob)));
        Assert.Equal(1, await portal.Send(Caller.Nobody, new EndSsoSessions(scene.Connection, "ana")));
        Assert.Equal(1, await portal.Send(Caller.Nobody, new EndSsoSessions(scene.Connection)));
        Assert.False(await Lives(scene, bob));
    }

    static async Task<bool> Lives(SsoScene scene, SignIn.Session session) => await scene.Who(session) is not null;
}
