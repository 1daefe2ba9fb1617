using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>The groups of the provider decide the roles at each sign-in, and an owner's never.</summary>
public sealed class GroupRolesTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Groups_give_roles_and_losing_the_last_one_takes_the_place_away()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("accounts", Roles.Viewer));
        Assert.Equal("sso.role_missing", await scene.Refused(scene.Ana()));
        var session = await scene.Entered(scene.Ana("ana", "accounts"));
        Assert.Equal([Roles.Viewer], (await scene.Who(session))!.Grant!.Roles);

        Assert.Equal("sso.role_missing", await scene.Refused(scene.Ana("ana", "ACCOUNTS", "accounts ", "account")));
        Assert.Null((await scene.Who(session))!.Grant);
        Assert.NotNull((await scene.Who(await scene.Entered(scene.Ana("ana", "accounts"))))!.Grant);
    }

    [Fact]
    public async Task Groups_that_are_not_known_leave_roles_as_they_are()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("accounts", Roles.Viewer));
        var unknown = scene.Ana() with { Groups = null };
        Assert.Equal("sso.role_missing", await scene.Refused(unknown));
        await scene.Entered(scene.Ana("ana", "accounts"));
        Assert.NotNull((await scene.Who(await scene.Entered(unknown)))!.Grant);
    }

    [Fact]
    public async Task An_owner_stays_owner_whatever_the_groups_say()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("accounts", Roles.Viewer));
        var owner = await scene.Person($"ana@{scene.Domain}", Roles.Owner);
        await portal.Send(scene.Owner, new AllowSsoLink(owner));
        Assert.Equal([Roles.Owner], (await scene.Who(await scene.Entered(scene.Ana("ana", "accounts"))))!.Grant!.Roles);
        Assert.Equal([Roles.Owner], (await scene.Who(await scene.Entered(scene.Ana("ana"))))!.Grant!.Roles);
    }

    [Theory]
    [InlineData("*", Roles.Viewer, "sso.group_invalid")]
    [InlineData("acc*", Roles.Viewer, "sso.group_invalid")]
    [InlineData(" accounts", Roles.Viewer, "sso.group_invalid")]
    [InlineData("", Roles.Viewer, "sso.group_invalid")]
    [InlineData("accounts", Roles.Owner, "sso.role_not_mappable")]
    [InlineData("accounts", "owner", "sso.role_not_mappable")]
    [InlineData("accounts", "platform.manage", "sso.role_not_mappable")]
    public async Task No_map_gives_the_owners_role_or_fits_everybody(string group, string role, string code)
    {
        var scene = await SsoScene.Create(portal);
        var refused = await portal.As(scene.Owner, d => d.Send(new UpdateSsoConnection(scene.Connection, Roles: new([new(group, role)], null)), TestContext.Current.CancellationToken));
        Assert.Equal(code, refused.Error!.Code);
        var byDefault = await portal.As(scene.Owner, d => d.Send(new UpdateSsoConnection(scene.Connection, Roles: new([], Roles.Owner)), TestContext.Current.CancellationToken));
        Assert.Equal("sso.role_not_mappable", byDefault.Error!.Code);
    }
}
