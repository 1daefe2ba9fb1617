using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>From where a company's people may come.</summary>
public sealed class NetworksTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Theory]
    [InlineData("198.51.100.7", false)]
    [InlineData("203.0.113.9", true)]
    [InlineData("::ffff:203.0.113.9", true)]
    [InlineData("2001:db8:1::5", true)]
    [InlineData("2001:db8:2::5", false)]
    [InlineData(null, false)]
    [InlineData("not an address", false)]
    public async Task Only_those_networks_come_in(string? address, bool enters)
    {
        var scene = await SsoScene.Create(portal);
        await portal.Send(From(scene, "203.0.113.9"), new SaveNetworks(true, ["203.0.113.0/24", "2001:db8:1::/48"]));
        var session = await scene.Password($"owner@{scene.Domain}");
        var who = await portal.Send(Caller.Nobody, new WhoIs(session.Token, scene.Slug, address));
        Assert.Equal((enters, enters ? null : EntryBar.NetworkNotAllowed), (who!.Grant is not null, who.Bar));
        Assert.NotNull((await portal.Send(Caller.Nobody, new WhoIs((await scene.Entered(scene.Ana())).Token, scene.Slug, "203.0.113.200")))!.Grant);
    }

    [Theory]
    [InlineData("198.51.100.0/24", "entry.locked_out")]
    [InlineData("0.0.0.0/0", "entry.network_invalid")]
    [InlineData("::/0", "entry.network_invalid")]
    [InlineData("::ffff:0:0/96", "entry.network_invalid")]
    [InlineData("203.0.113.0/33", "entry.network_invalid")]
    [InlineData("2130706433", "entry.network_invalid")]
    [InlineData("fe80::1%eth0", "entry.network_invalid")]
    [InlineData("*", "entry.network_invalid")]
    [InlineData("", "entry.network_invalid")]
    public async Task A_list_that_locks_its_maker_out_or_says_nothing_is_refused(string network, string code)
    {
        var scene = await SsoScene.Create(portal);
        Assert.Equal(code, (await portal.As(From(scene, "203.0.113.9"), d => d.Send(new SaveNetworks(true, [network]), TestContext.Current.CancellationToken))).Error!.Code);
        Assert.Equal("entry.networks_missing", (await portal.As(From(scene, "203.0.113.9"), d => d.Send(new SaveNetworks(true, []), TestContext.Current.CancellationToken))).Error!.Code);
        Assert.Equal("entry.networks_too_many", (await portal.As(From(scene, "203.0.113.9"), d => d.Send(new SaveNetworks(true, [.. Enumerable.Repeat("203.0.113.9", 201)]), TestContext.Current.CancellationToken))).Error!.Code);
        Assert.False((await portal.Ask(scene.Owner, new GetEntryRules())).OnlyNetworks);
    }

    [Fact]
    public async Task A_list_that_is_only_kept_keeps_nobody_out()
    {
        var scene = await SsoScene.Create(portal);
        await portal.Send(From(scene, "203.0.113.9"), new SaveNetworks(false, ["198.51.100.0/24"]));
        Assert.NotNull((await scene.Who(await scene.Password($"owner@{scene.Domain}")))!.Grant);
    }

    static Caller From(SsoScene scene, string address) => scene.Owner with { Address = address };
}
