using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>What the handlers of the protocols keep: what was used once, where the provider is, and how to leave it again.</summary>
public sealed class SsoLeavingTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly DateTimeOffset Later = TimeProvider.System.GetUtcNow().AddHours(1);

    [Fact]
    public async Task A_session_of_a_provider_knows_the_way_out_and_a_passwords_does_not()
    {
        var scene = await SsoScene.Create(portal);
        var entered = await portal.Send(Caller.Nobody, new SignInBySso(scene.Connection, scene.Ana(), "device", "192.0.2.7", LeavingHint: "sealed"));
        var leaving = await portal.Send(Caller.Nobody, new GetSsoLeaving(entered.Session!.Token));
        Assert.Equal(("ana", "session-1", "sealed"), (leaving!.Subject, leaving.SessionIndex, leaving.Hint));

        await portal.Send(Caller.Nobody, new SignOut(entered.Session.Token));
        Assert.Null(await portal.Send(Caller.Nobody, new GetSsoLeaving(entered.Session.Token)));
        var local = await portal.Send(Caller.Nobody, new SignIn($"owner@{scene.Slug}.example", Company.Password, false, "device", "192.0.2.7"));
        Assert.Null(await portal.Send(Caller.Nobody, new GetSsoLeaving(local.Token)));
    }

    [Fact]
    public async Task What_is_used_up_is_used_up_for_its_connection_and_until_it_is_old()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        Assert.True(await Spend(mine, "k", Later));
        Assert.False(await Spend(mine, "k", Later));
        Assert.True(await Spend(mine, "K", Later));
        Assert.True(await Spend(other, "k", Later));
        Assert.True(await Spend(mine, "old", Later.AddHours(-2)));
        Assert.True(await Spend(mine, "old", Later));
    }

    [Fact]
    public async Task A_log_out_that_was_used_ends_nothing_more()
    {
        var scene = await SsoScene.Create(portal);
        await scene.Entered(scene.Ana());
        var logOut = new LogOutBySso(scene.Connection, "jti:1", Later, "ana", "session-1");
        Assert.Equal(1, await portal.Send(Machine(scene), logOut));
        await scene.Entered(scene.Ana());
        var again = await portal.As(Machine(scene), d => d.Send(logOut, TestContext.Current.CancellationToken));
        Assert.Equal("row.duplicated", again.Error!.Code);
        Assert.Equal(1L, await scene.Ask($"select count(*) from access.sessions where sso_connection = '{scene.Connection.Value}' and ended_at is null"));
    }

    [Fact]
    public async Task A_provider_that_moved_is_told_to_the_administrators_once()
    {
        var scene = await SsoScene.Create(portal);
        foreach (var keys in (string[])["https://a.test/keys", "https://a.test/keys", "https://b.test/keys", "https://b.test/keys"])
            await portal.Send(Machine(scene), new PinSsoProvider(scene.Connection, "https://a.test/token", keys));
        Assert.Equal(1L, await scene.Ask($"select count(*) from access.sso_attempts where outcome = 'provider.endpoints_moved' and tenant_id = '{scene.Tenant.Value}'"));
    }

    [Fact]
    public async Task People_cannot_send_what_is_the_handlers()
    {
        var scene = await SsoScene.Create(portal);
        foreach (var message in (ICommand<Done>[])[new SpendSsoToken(scene.Connection, "k", Later), new PinSsoProvider(scene.Connection, "https://a.test/", "https://a.test/")])
            Assert.False((await portal.As(scene.Owner, d => d.Send(message, TestContext.Current.CancellationToken))).IsOk);
    }

    static Caller Machine(SsoScene scene) => Caller.System(scene.Tenant, scene.Connection.ToString());

    async Task<bool> Spend(SsoScene scene, string key, DateTimeOffset until) =>
        (await portal.As(Machine(scene), d => d.Send(new SpendSsoToken(scene.Connection, key, until), TestContext.Current.CancellationToken))).IsOk;
}
