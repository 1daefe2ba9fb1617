using System.Net;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso;

/// <summary>What a broken or malicious directory may send: refused in SCIM's own words, nothing changed, nothing broken.</summary>
public sealed class ScimHostileTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const string Op = """{"Operations":[{"op":"OP","path":"PATH","value":VALUE}]}""";

    public static TheoryData<string, string, string?, string?> Requests => new()
    {
        { "POST", "Users", "", "invalidSyntax" },
        { "POST", "Users", "[]", "invalidSyntax" },
        { "POST", "Users", "{", "invalidSyntax" },
        { "POST", "Users", """{"userName":"a","userName":"b"}""", "invalidSyntax" },
        { "POST", "Users", """{"userName":"a","USERNAME":"b"}""", "invalidSyntax" },
        { "POST", "Users", """{"userName":1}""", "invalidValue" },
        { "POST", "Users", """{"userName":"\ud800"}""", "invalidValue" },
        { "POST", "Users", """{"userName":"a\u0000b"}""", "invalidValue" },
        { "POST", "Users", """{"userName":"   "}""", "invalidValue" },
        { "POST", "Users", "{}", "invalidValue" },
        { "POST", "Users", """{"userName":"a","active":"perhaps"}""", "invalidValue" },
        { "POST", "Users", """{"userName":"a","emails":[{"value":7}]}""", "invalidValue" },
        { "POST", "Users", """{"userName":"a","name":"Ana"}""", null },
        { "POST", "Groups", """{"displayName":""}""", "invalidValue" },
        { "POST", "Groups", """{"displayName":"g","members":[{"value":"usr_nobody"}]}""", "invalidValue" },
        { "POST", "Groups", """{"displayName":"g","members":[{}]}""", "invalidValue" },
        { "GET", "Users?filter=userName%20sw%20%22a%22", null, "invalidFilter" },
        { "GET", "Users?filter=userName%20eq%20%22a", null, "invalidFilter" },
        { "GET", "Users?filter=userName%20eq%20%22a%22%20or%20userName%20pr", null, "invalidFilter" },
        { "GET", "Users?filter=password%20eq%20%22a%22", null, "invalidFilter" },
        { "GET", "Groups?filter=userName%20eq%20%22a%22", null, "invalidFilter" },
        { "GET", "Users?count=x", null, "invalidValue" },
        { "GET", "Users?startIndex=99999999999", null, "invalidValue" },
        { "PATCH", "Users/{id}", """{"Operations":[]}""", "invalidSyntax" },
        { "PATCH", "Users/{id}", """{"Operations":{}}""", "invalidSyntax" },
        { "PATCH", "Users/{id}", Filled("move", "displayName", "1"), "invalidSyntax" },
        { "PATCH", "Users/{id}", Filled("1", "displayName", "1"), "invalidSyntax" },
        { "PATCH", "Users/{id}", Filled("replace", "name..x[", "1"), "invalidPath" },
        { "PATCH", "Users/{id}", Filled("replace", "displayName", "[1]"), "invalidValue" },
        { "PATCH", "Users/{id}", Filled("remove", "userName", "null"), "mutability" },
        { "PATCH", "Users/{id}", """{"Operations":[{"op":"remove"}]}""", "noTarget" },
        { "PATCH", "Users/{id}", """{"Operations":[{"op":"add","value":"x"}]}""", "invalidValue" },
        { "PATCH", "Users/{id}", """{"Operations":[{"op":"add","path":"displayName"}]}""", "invalidValue" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task It_is_refused_in_the_words_of_the_standard(string method, string path, string? body, string? scimType)
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        var id = await directory.Person($"ana@{scene.Domain}");
        var answer = await directory.Send(method, path.Replace("{id}", id, StringComparison.Ordinal), body);
        if (scimType is null)
        {
            Assert.True(answer.Status is HttpStatusCode.Created or HttpStatusCode.BadRequest);
            return;
        }

        Assert.Equal((HttpStatusCode.BadRequest, scimType, "400"), (answer.Status, answer.Text("scimType"), answer.Text("status")));
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:Error", answer.Body.GetProperty("schemas")[0].GetString());
        Assert.Equal(1, (await directory.Send("GET", "Users")).Body.GetProperty("totalResults").GetInt32());
    }

    [Fact]
    public async Task Nobody_without_the_right_to_manage_users_is_listened_to()
    {
        var scene = await SsoScene.Create(portal);
        using var reader = await ScimHand.Of(scene, "invoice.read.all");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Send("GET", "Users")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Send("POST", "Users", """{"userName":"x"}""")).Status);
        using var stranger = new ScimHand(portal.Client());
        var unheard = await stranger.Send("GET", "Users");
        Assert.Equal((HttpStatusCode.Unauthorized, "401"), (unheard.Status, unheard.Text("status")));
        Assert.Equal("urn:ietf:params:scim:api:messages:2.0:Error", unheard.Body.GetProperty("schemas")[0].GetString());
    }

    [Fact]
    public async Task Too_much_is_refused_before_it_is_read_and_the_endpoint_tells_what_it_can()
    {
        var scene = await SsoScene.Create(portal);
        using var directory = await ScimHand.Of(scene);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await directory.Send("POST", "Users", $$"""{"userName":"{{new string('x', 600_000)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await directory.Send("POST", "Users", $$"""{"userName":"{{new string('x', 300)}}"}""")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await directory.Send("POST", "Users", new string('[', 5000))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await directory.Send("GET", "Bulk")).Status);
        Assert.True((await directory.Send("GET", "ServiceProviderConfig")).Body.GetProperty("patch").GetProperty("supported").GetBoolean());
        Assert.Equal(2, (await directory.Send("GET", "ResourceTypes")).Body.GetProperty("totalResults").GetInt32());
        Assert.Equal(2, (await directory.Send("GET", "Schemas")).Body.GetProperty("totalResults").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await Twice(directory, scene)).Status);
    }

    static async Task<ScimHand.Answer> Twice(ScimHand directory, SsoScene scene)
    {
        await directory.Person($"ana@{scene.Domain}");
        return await directory.Send("POST", "Users", $$"""{"userName":"ANA@{{scene.Domain}}"}""");
    }

    static string Filled(string op, string path, string value) =>
        Op.Replace("OP", op, StringComparison.Ordinal).Replace("PATH", path, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal);
}
