using System.Net;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>A company's directory brings its people and groups, changes them and takes them away.</summary>
public sealed class ScimTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    [Fact]
    public async Task A_person_is_brought_in_signs_in_without_a_permit_and_is_let_go()
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        var made = await directory.Send("POST", "Users", $$"""{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ana@{{scene.Domain}}","externalId":"e-1","name":{"givenName":"Ana","familyName":"Pop"},"active":true,"password":"ignored"}""");
        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal("W/\"1\"", made.Tag);
        var id = made.Text("id");

        var session = await scene.Entered(scene.Ana());
        Assert.Equal((id, "Ana Pop"), ((await scene.Who(session))!.User.ToString(), (await scene.Who(session))!.Name));

        var turned = await directory.Send("PATCH", $"Users/{id}", """{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"Replace","path":"active","value":"False"}]}""");
        Assert.Equal((HttpStatusCode.OK, false), (turned.Status, turned.Body.GetProperty("active").GetBoolean()));
        Assert.Null(await scene.Who(session));
        Assert.Equal("sso.suspended", await scene.Refused(scene.Ana()));

        await directory.Send("PATCH", $"Users/{id}", """{"Operations":[{"op":"replace","value":{"active":true}}]}""");
        Assert.NotNull((await scene.Who(await scene.Entered(scene.Ana())))!.Grant);
        Assert.Equal(HttpStatusCode.NoContent, (await directory.Send("DELETE", $"Users/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await directory.Send("GET", $"Users/{id}")).Status);
    }

    [Fact]
    public async Task Groups_give_and_take_roles_at_once()
    {
        var scene = await SsoScene.Create(portal, null, new SsoGroupRole("Accounting", Roles.Accountant), new SsoGroupRole("Everybody", Roles.Viewer));
        using var directory = await ScimHand.Of(scene);
        var ana = await directory.Person($"ana@{scene.Domain}");
        var group = (await directory.Send("POST", "Groups", $$"""{"displayName":"Accounting","members":[{"value":"{{ana}}"}]}""")).Text("id");
        Assert.Equal([Roles.Accountant], await RolesOf(scene, ana));
        var everybody = (await directory.Send("POST", "Groups", """{"displayName":"Everybody"}""")).Text("id");
        Assert.Equal(HttpStatusCode.OK, (await directory.Send("PATCH", $"Groups/{everybody}", $$"""{"Operations":[{"op":"add","path":"members","value":[{"value":"{{ana}}"}]}]}""")).Status);
        Assert.Equal([Roles.Accountant, Roles.Viewer], await RolesOf(scene, ana));

        await directory.Send("PATCH", $"Groups/{group}", $$"""{"Operations":[{"op":"remove","path":"members[value eq \"{{ana}}\"]"}]}""");
        Assert.Equal([Roles.Viewer], await RolesOf(scene, ana));
        await directory.Send("DELETE", $"Groups/{everybody}");
        Assert.Equal([], await RolesOf(scene, ana));
        Assert.Equal("scim.member_unknown", (await portal.As(scene.Owner, d => d.Send(new SaveScimGroup(null, new("x", null, [default])), TestContext.Current.CancellationToken))).Error!.Code);
    }

    [Fact]
    public async Task A_member_is_taken_over_and_an_owner_is_never_let_go()
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        var local = await scene.Person($"ana@{scene.Domain}");
        Assert.Equal(local.ToString(), await directory.Person($"Ana@{scene.Domain}"));
        Assert.Equal(local, (await scene.Who(await scene.Entered(scene.Ana())))!.User);

        var owner = await directory.Person($"owner@{scene.Domain}");
        Assert.Equal(HttpStatusCode.Forbidden, (await directory.Send("PATCH", $"Users/{owner}", """{"Operations":[{"op":"replace","path":"active","value":false}]}""")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await directory.Send("DELETE", $"Users/{owner}")).Status);
        Assert.NotNull((await scene.Who(await scene.Password($"owner@{scene.Domain}")))!.Grant);
    }

    [Fact]
    public async Task Lists_are_filtered_and_paged()
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        foreach (var name in (string[])["a", "b", "c"]) await directory.Person($"{name}@{scene.Domain}");
        var found = (await directory.Send("GET", $"Users?filter={Uri.EscapeDataString($"userName eq \"B@{scene.Domain}\"")}")).Body;
        Assert.Equal((1, $"b@{scene.Domain}"), (found.GetProperty("totalResults").GetInt32(), found.GetProperty("Resources")[0].GetProperty("userName").GetString()));
        Assert.Equal(0, (await directory.Send("GET", $"Users?filter={Uri.EscapeDataString("externalId eq \"nobody\"")}")).Body.GetProperty("totalResults").GetInt32());
        var page = (await directory.Send("GET", "Users?startIndex=2&count=1")).Body;
        Assert.Equal((3, 2, 1), (page.GetProperty("totalResults").GetInt32(), page.GetProperty("startIndex").GetInt32(), page.GetProperty("itemsPerPage").GetInt32()));
        Assert.Equal(0, (await directory.Send("GET", "Users?startIndex=-5&count=-1")).Body.GetProperty("itemsPerPage").GetInt32());
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_a_known_one_is_not_sent_again()
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        var ana = await directory.Person($"ana@{scene.Domain}");
        Assert.Equal(HttpStatusCode.NotModified, (await directory.Send("GET", $"Users/{ana}", null, ("If-None-Match", "W/\"1\""))).Status);
        const string Rename = """{"Operations":[{"op":"replace","path":"displayName","value":"Ana"}]}""";
        Assert.Equal(HttpStatusCode.OK, (await directory.Send("PATCH", $"Users/{ana}", Rename, ("If-Match", "W/\"1\""))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await directory.Send("PATCH", $"Users/{ana}", Rename, ("If-Match", "W/\"1\""))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await directory.Send("DELETE", $"Users/{ana}", null, ("If-Match", "nonsense"))).Status);
    }

    [Fact]
    public async Task Another_companys_people_and_groups_are_not_there()
    {
        var (mine, other) = (await SsoScene.Create(portal), await SsoScene.Create(portal));
        using var theirs = await ScimHand.Of(other);
        using var directory = await ScimHand.Of(mine);
        var bob = await theirs.Person($"bob@{other.Domain}");
        var group = (await theirs.Send("POST", "Groups", """{"displayName":"theirs"}""")).Text("id");
        foreach (var (method, path, body) in ((string, string, string?)[])[("GET", $"Users/{bob}", null), ("DELETE", $"Users/{bob}", null), ("GET", $"Groups/{group}", null), ("DELETE", $"Groups/{group}", null), ("PUT", $"Users/{bob}", """{"userName":"x"}"""), ("PATCH", $"Groups/{group}", """{"Operations":[{"op":"add","path":"displayName","value":"mine"}]}""")])
            Assert.Equal(HttpStatusCode.NotFound, (await directory.Send(method, path, body)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await directory.Send("POST", "Groups", $$"""{"displayName":"x","members":[{"value":"{{bob}}"}]}""")).Status);
        Assert.Equal(0, (await directory.Send("GET", "Users")).Body.GetProperty("totalResults").GetInt32());
    }

    static async Task<IReadOnlyList<string>> RolesOf(SsoScene scene, string person)
    {
        Assert.True(Ids.TryParse<UserId>(person, out var id));
        return JsonSerializer.Deserialize<string[]>((string)(await scene.Ask($"select roles::text from access.memberships where user_id = '{id.Value}' and tenant_id = '{scene.Tenant.Value}'"))!)!;
    }
}
