using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class ProviderDocumentsTests : IDisposable
{
    readonly FakeProvider idp = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => idp.Dispose();

    [Fact]
    public async Task Keys_are_fetched_once_in_ten_minutes()
    {
        for (var n = 0; n < 5; n++) Assert.Null(await Refusal("r1"));
        idp.Clock.Pass(TimeSpan.FromMinutes(9));
        Assert.Null(await Refusal("r1"));
        Assert.Equal(1, idp.Count("/jwks"));

        idp.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await Refusal("r1"));
        Assert.Equal(2, idp.Count("/jwks"));
    }

    [Fact]
    public async Task A_thousand_unknown_names_cost_one_fetch_a_minute()
    {
        Assert.Null(await Refusal("r1"));
        idp.Clock.Pass(TimeSpan.FromMinutes(2));
        var refusals = await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => Task.Run(() => Refusal($"x{n}"), Stop)));

        Assert.All(refusals, r => Assert.Equal("jws.key_unknown", r));
        Assert.Equal(2, idp.Count("/jwks"));
        idp.Clock.Pass(TimeSpan.FromSeconds(59));
        await Refusal("y");
        Assert.Equal(2, idp.Count("/jwks"));
        idp.Clock.Pass(TimeSpan.FromSeconds(1));
        await Refusal("z");
        Assert.Equal(3, idp.Count("/jwks"));
    }

    [Fact]
    public async Task A_new_key_is_found_when_it_is_first_used_and_a_removed_one_dies_with_it()
    {
        Assert.Null(await Refusal("r1"));
        idp.Clock.Pass(TimeSpan.FromMinutes(1));
        idp.Answers["/jwks"] = $$"""{"keys":[{{Forge.RsaKey("r2").ToJsonString()}}]}""";

        Assert.Null(await Refusal("r1"));
        Assert.Null(await Refusal("r2"));
        Assert.Equal("jws.key_unknown", await Refusal("r1"));
    }

    [Fact]
    public async Task Old_keys_serve_a_day_while_the_provider_is_away()
    {
        Assert.Null(await Refusal("r1"));
        idp.Answers["/jwks"] = null;
        idp.Answers["/.well-known/openid-configuration"] = null;
        idp.Clock.Pass(TimeSpan.FromHours(23));
        Assert.Null(await Refusal("r1"));
        idp.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal("discovery.status_wrong", await Refusal("r1"));
    }

    [Fact]
    public async Task A_failure_is_remembered_for_a_minute()
    {
        idp.Answers["/jwks"] = null;
        Assert.Equal("jwks.status_wrong", await Refusal("r1"));
        idp.Answers["/jwks"] = $$"""{"keys":[{{Forge.RsaKey("r1").ToJsonString()}}]}""";
        Assert.Equal("jwks.status_wrong", await Refusal("r1"));
        Assert.Equal(1, idp.Count("/jwks"));
        idp.Clock.Pass(TimeSpan.FromMinutes(1));
        Assert.Null(await Refusal("r1"));
    }

    [Fact]
    public async Task An_administrator_can_have_everything_fetched_anew()
    {
        Assert.Null(await Refusal("r1"));
        idp.Answers["/jwks"] = """{"keys":[]}""";
        idp.Client.Forget(Forge.Settings);
        Assert.Equal("jws.key_unknown", await Refusal("r1"));
        Assert.Equal(2, idp.Count("/.well-known/openid-configuration"));
    }

    [Theory]
    [InlineData("http://idp.example")]
    [InlineData("https://idp.example?x=1")]
    [InlineData("https://idp.example/?")]
    [InlineData("https://idp.example#x")]
    [InlineData("https://a:b@idp.example")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://localhost")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nothing")]
    public async Task Only_public_issuers_are_asked(string issuer)
    {
        var refused = await Assert.ThrowsAsync<OidcRefusedException>(() => idp.Documents.Metadata(issuer, Stop));
        Assert.Equal("issuer.address_refused", refused.Reason);
        Assert.Empty(idp.Asked);
    }

    async Task<string?> Refusal(string kid)
    {
        try
        {
            var token = Jws.Parse(Forge.Sign($$"""{"alg":"RS256","kid":"{{kid}}"}""", "{}"), JwsAlgorithm.Names);
            token.Verify(await idp.Documents.KeyOf(token, await idp.Client.Metadata(Forge.Settings, Stop), Stop));
            return null;
        }
        catch (OidcRefusedException refused)
        {
            return refused.Reason;
        }
    }
}
