using System.Net;
using System.Text.Json.Nodes;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Sso.Oidc;

/// <summary>Log-out from the provider's side: only what the provider signed, for this connection, and once.</summary>
public sealed class BackChannelTests(HostileScene hostile) : IClassFixture<HostileScene>
{
    const string Header = """{"alg":"RS256","kid":"r1","typ":"logout+jwt"}""";
    const string Event = "http://schemas.openid.net/event/backchannel-logout";

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_logout_token_ends_the_session_once()
    {
        var door = await SignedIn("good");
        var token = await Token("good", Header, c => c["jti"] = "once");
        Assert.Equal(HttpStatusCode.OK, await Post(door, token));
        Assert.Equal(0, await door.Sessions());
        Assert.Equal(HttpStatusCode.BadRequest, await Post(door, token));
    }

    [Fact]
    public async Task Of_many_copies_at_once_one_is_taken()
    {
        var door = await SignedIn("good-at-hash");
        var token = await Token("good-at-hash", Header, c => c["jti"] = "race");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Post(door, token)));
        Assert.Equal(1, answers.Count(a => a == HttpStatusCode.OK));
        Assert.Equal(0, await door.Sessions());
    }

    [Fact]
    public async Task Nothing_else_ends_a_session()
    {
        var door = await SignedIn("good-no-kid");
        const string Mode = "good-no-kid";
        string[] bad =
        [
            await Token(Mode, """{"alg":"RS256","kid":"r1"}""", _ => { }),
            await Token(Mode, """{"alg":"none","typ":"logout+jwt"}""", _ => { }),
            await Token(Mode, """{"alg":"HS256","kid":"r1","typ":"logout+jwt"}""", _ => { }),
            await Token(Mode, Header, c => c["nonce"] = "n"),
            await Token(Mode, Header, c => c["aud"] = "somebody-else"),
            await Token(Mode, Header, c => c["iss"] = "https://evil.example"),
            await Token(Mode, Header, c => c["iat"] = 1),
            await Token(Mode, Header, c => c.Remove("jti")),
            await Token(Mode, Header, c => c.Remove("events")),
            await Token(Mode, Header, c => { c.Remove("sid"); c.Remove("sub"); }),
            await Token("good", Header, _ => { }),
            "x.y.z", "", new string('a', 40_000),
        ];
        foreach (var token in bad) Assert.Equal(HttpStatusCode.BadRequest, await Post(door, token));
        Assert.Equal(1, await door.Sessions());
    }

    [Fact]
    public async Task A_session_of_another_connection_lives_on()
    {
        var (mine, other) = (await SignedIn("good-ps256"), await SignedIn("good-es256"));
        Assert.Equal(HttpStatusCode.OK, await Post(mine, await Token("good-ps256", Header, c => c["jti"] = "other")));
        Assert.Equal(0, await mine.Sessions());
        Assert.Equal(1, await other.Sessions());
    }

    [Fact]
    public async Task Another_session_of_the_same_person_lives_on_unless_the_person_is_named()
    {
        var door = await SignedIn("good-aud-array");
        Assert.Equal(HttpStatusCode.OK, await Post(door, await Token("good-aud-array", Header, c => (c["sid"], c["jti"]) = ("s-2", "j-a"))));
        Assert.Equal(1, await door.Sessions());
        Assert.Equal(HttpStatusCode.OK, await Post(door, await Token("good-aud-array", Header, c => { c.Remove("sid"); c["jti"] = "j-b"; })));
        Assert.Equal(0, await door.Sessions());
    }

    [Fact]
    public async Task The_address_takes_posted_forms_only_and_is_never_kept()
    {
        var door = await hostile.Door("good");
        using var http = hostile.Portal.Client();
        using var got = await http.GetAsync(new Uri($"/sso/{door.Slug}/backchannel?logout_token=x", UriKind.Relative), Stop);
        using var json = await http.PostAsync(new Uri($"/sso/{door.Slug}/backchannel", UriKind.Relative), new StringContent("{}"), Stop);
        Assert.NotEqual(HttpStatusCode.OK, got.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, json.StatusCode);
        Assert.Contains("no-store", json.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    async Task<OidcDoor> SignedIn(string mode)
    {
        var door = await hostile.Door(mode);
        using var browser = new Browser(door.Portal);
        await door.Follow(browser, door.Start);
        Assert.Equal("passed", await door.Outcome());
        Assert.Equal(1, await door.Sessions());
        return door;
    }

    // Signed by the provider itself, so what is wrong is only what the test made wrong.
    async Task<string> Token(string mode, string header, Action<JsonObject> change)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = $"{hostile.Provider.OriginalString.TrimEnd('/')}/{mode}",
            ["aud"] = hostile.Company.Domain,
            ["sub"] = "alice",
            ["sid"] = "s-1",
            ["jti"] = "j-1",
            ["iat"] = now,
            ["exp"] = now + 120,
            ["events"] = new JsonObject { [Event] = new JsonObject() },
        };
        change(claims);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["header"] = header, ["claims"] = claims.ToJsonString() });
        using var answer = await hostile.Http.PostAsync(new Uri(hostile.Provider, $"/{mode}/sign"), form, Stop);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    async Task<HttpStatusCode> Post(OidcDoor door, string token)
    {
        using var http = hostile.Portal.Client();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["logout_token"] = token });
        using var answer = await http.PostAsync(new Uri($"/sso/{door.Slug}/backchannel", UriKind.Relative), form, Stop);
        return answer.StatusCode;
    }
}
