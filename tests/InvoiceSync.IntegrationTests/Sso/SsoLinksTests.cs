using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>What people see of their own tie to the provider: ListSsoLinks.</summary>
public sealed class SsoLinksTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Everybody_sees_their_own_tie_and_nobody_elses()
    {
        var scene = await SsoScene.Create(portal);
        var mine = Caller(scene, await scene.Person($"mine@{scene.Slug}.other"));
        var other = Caller(scene, await scene.Person($"other@{scene.Slug}.other"));
        Assert.Null(Assert.Single(await portal.Ask(mine, new ListSsoLinks())).LinkedAt);

        var address = await portal.Send(mine, new BeginSsoLink(scene.Connection));
        await scene.Enter(scene.Ana(), address.Split("intent=")[1]);
        var tied = Assert.Single(await portal.Ask(mine, new ListSsoLinks()));
        Assert.NotNull(tied.LinkedAt);
        Assert.Equal(("Acme", $"ana@{scene.Domain}"), (tied.Name, tied.Email));
        Assert.Null(Assert.Single(await portal.Ask(other, new ListSsoLinks())).LinkedAt);

        var again = await portal.Send(other, new BeginSsoLink(scene.Connection));
        Assert.Equal($"/t/{scene.Slug}/account/security?company-sign-in=sso.linked_elsewhere", (await scene.Enter(scene.Ana(), again.Split("intent=")[1])).OrThrow().Home);
        Assert.Null(Assert.Single(await portal.Ask(other, new ListSsoLinks())).LinkedAt);
    }

    [Fact]
    public async Task There_is_nothing_to_tie_to_where_the_providers_are_off()
    {
        var scene = await SsoScene.Create(portal);
        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Off));
        Assert.Empty(await portal.Ask(scene.Owner, new ListSsoLinks()));
        await portal.Send(scene.Owner, new SetSsoMode(SsoMode.Mixed));
        await portal.Send(scene.Owner, new DisableSsoConnection(scene.Connection));
        Assert.Empty(await portal.Ask(scene.Owner, new ListSsoLinks()));
    }

    static Caller Caller(SsoScene scene, UserId who) => new(scene.Tenant, who.ToString(), Roles.Of(Roles.Viewer));
}
