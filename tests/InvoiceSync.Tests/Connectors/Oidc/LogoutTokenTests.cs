using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class LogoutTokenTests
{
    [Fact]
    public void A_good_token_says_whose_session_ended()
    {
        var read = Read(Forge.LogoutClaims());
        Assert.Equal(("j-1", "alice", "s-1"), (read.Id, read.Subject, read.SessionIndex));
        Assert.Null(Refusal(c => c.Remove("sub")));
        Assert.Null(Refusal(c => c.Remove("sid")));
        Assert.Null(Refusal(c => c.Remove("exp")));
    }

    [Fact]
    public void It_is_remembered_until_its_age_alone_would_refuse_it()
    {
        var token = Bytes(c => { c["iat"] = Forge.Now + 120; c.Remove("exp"); });
        var read = LogoutToken.Check(token, Forge.Settings, Some.Noon);
        Assert.Equal("token.too_old", Forge.Refusal(() => LogoutToken.Check(token, Forge.Settings, read.UsableUntil)));
    }

    [Fact]
    public void Each_rule_is_kept()
    {
        Assert.Equal("logout_token.nonce_present", Refusal(c => c["nonce"] = "n-1"));
        Assert.Equal("logout_token.event_missing", Refusal(c => c.Remove("events")));
        Assert.Equal("logout_token.event_missing", Refusal(c => c["events"] = new JsonObject()));
        Assert.Equal("logout_token.event_missing", Refusal(c => c["events"] = "http://schemas.openid.net/event/backchannel-logout"));
        Assert.Equal("logout_token.id_missing", Refusal(c => c.Remove("jti")));
        Assert.Equal("logout_token.jti_wrong", Refusal(c => c["jti"] = 1));
        Assert.Equal("logout_token.sid_wrong", Refusal(c => c["sid"] = ""));
        Assert.Equal("logout_token.nobody_named", Refusal(c => { c.Remove("sub"); c.Remove("sid"); }));
        Assert.Equal("token.audience_wrong", Refusal(c => c["aud"] = "other"));
        Assert.Equal("token.issuer_wrong", Refusal(c => c["iss"] = "https://other.example"));
        Assert.Equal("token.iat_missing", Refusal(c => c.Remove("iat")));
        Assert.Equal("token.too_old", Refusal(c => c["iat"] = Forge.Now - 3600));
        Assert.Equal("token.expired", Refusal(c => c["exp"] = Forge.Now - 3600));
    }

    [Theory]
    [InlineData("""{"alg":"RS256","typ":"logout+jwt"}""", null)]
    [InlineData("""{"alg":"RS256","typ":"application/logout+jwt"}""", null)]
    [InlineData("""{"alg":"RS256","typ":"JWT"}""", "logout_token.type_wrong")]
    [InlineData("""{"alg":"RS256"}""", "logout_token.type_wrong")]
    public void Only_its_own_type_counts(string header, string? refusal) =>
        Assert.Equal(refusal, Forge.Refusal(() => LogoutToken.CheckType(Jws.Parse(Forge.Sign(header, "{}"), JwsAlgorithm.Names))));

    static string? Refusal(Action<JsonObject> change) => Forge.Refusal(() => LogoutToken.Check(Bytes(change), Forge.Settings, Some.Noon));

    static LogoutToken Read(string claims) => LogoutToken.Check(Encoding.UTF8.GetBytes(claims), Forge.Settings, Some.Noon);

    static byte[] Bytes(Action<JsonObject> change) => Encoding.UTF8.GetBytes(Forge.LogoutClaims(change));
}
