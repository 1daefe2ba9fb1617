using InvoiceSync.Access;
using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>Roles that groups give or take stand in the audit log as those a person changes: what they were, what they are, and who did it.</summary>
public sealed class RoleTrailTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task Turnby_the_groups_of_a_sign_in_are_told_with_the_connection_as_who_did_it()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("books", Roles.Accountant), new SsoGroupRole("readers", Roles.Viewer));
        await scene.Entered(scene.Ana("ana", "books"));
        await scene.Entered(scene.Ana("ana", "books"));
        await scene.Entered(scene.Ana("ana", "readers"));
        Assert.Equal("sso.role_missing", await scene.Refused(scene.Ana("ana")));

        var told = await Told(scene);
        Assert.Equal([(Roles.Viewer, "–"), (Roles.Accountant, Roles.Viewer), ("–", Roles.Accountant)], told.Select(Turn));
        Assert.All(told, row => Assert.Contains(scene.Connection.ToString(), row.Actor, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Turnby_the_groups_of_a_directory_are_told_with_its_key_and_the_connection()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("books", Roles.Accountant));
        using var directory = await ScimHand.Of(scene);
        var ana = await directory.Person($"ana@{scene.Domain}");
        var group = (await directory.Send("POST", "Groups", $$"""{"displayName":"books","members":[{"value":"{{ana}}"}]}""")).Text("id");
        await directory.Send("DELETE", $"Groups/{group}");
        await directory.Send("DELETE", $"Users/{ana}");

        var told = await Told(scene);
        Assert.Equal([(Roles.Accountant, "–"), ("–", Roles.Accountant)], told.Select(Turn));
        Assert.All(told, row => Assert.Equal((ana, scene.Connection.ToString()), (row.Resource, row.Facts["through"])));
        Assert.StartsWith("key_", told[0].Actor, StringComparison.Ordinal);
        Assert.Contains((await portal.Ask(scene.Owner, new ListActivity())).Rows, row => row.Event == "user.removed" && row.Resource == ana);
    }

    static (string, string) Turn(ListActivity.Row row) => (row.Changes.Single().Before!, row.Changes.Single().After!);

    async Task<IReadOnlyList<ListActivity.Row>> Told(SsoScene scene) =>
        [.. (await portal.Ask(scene.Owner, new ListActivity())).Rows.Where(r => r.Event == "user.role_changed")];
}
