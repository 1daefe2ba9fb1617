using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class JwkSetTests
{
    static readonly string Token = Forge.Sign("""{"alg":"RS256","kid":"r1"}""", "{}");
    static readonly string Nameless = Forge.Sign("""{"alg":"RS256"}""", "{}");

    [Fact]
    public void The_key_is_the_one_that_is_named_and_fits()
    {
        Assert.Null(With(Forge.RsaKey("r1")));
        Assert.Null(With(Forge.RsaKey("r1"), new JsonObject { ["kty"] = "oct", ["k"] = "AAAA", ["kid"] = "other" }));
        Assert.Equal("jws.key_ambiguous", With(Forge.RsaKey("r1"), Forge.RsaKey("r1")));
        Assert.Equal("key unknown", With(Forge.RsaKey("r2"), Forge.RsaKey(null)));
        Assert.Equal("jws.key_unfit", With(Changed("use", "enc")));
        Assert.Equal("jws.key_unfit", With(Changed("alg", "PS256")));
        Assert.Equal("jws.key_unfit", With(Changed("key_ops", new JsonArray("encrypt"))));
        Assert.Null(With(Changed("key_ops", new JsonArray("verify"))));
        // A member of the wrong type must not read as "anything goes".
        Assert.Equal("key unknown", With(Changed("use", 1)));
        Assert.Equal("key unknown", With(Changed("alg", new JsonArray("RS256"))));
        Assert.Equal("key unknown", With(Changed("key_ops", "verify")));
    }

    [Fact]
    public void Without_a_name_there_must_be_only_one_candidate()
    {
        Assert.Null(JwsTests.Outcome(Nameless, Forge.Read(Forge.RsaKey("r1"), Forge.CurveKey("e1"))));
        Assert.Equal("jws.key_ambiguous", JwsTests.Outcome(Nameless, Forge.Read(Forge.RsaKey("r1"), Forge.RsaKey("r2"))));
        Assert.Equal("key unknown", JwsTests.Outcome(Nameless, Forge.Read(Forge.CurveKey("e1"))));
    }

    [Fact]
    public void Weak_and_strange_keys_are_unfit()
    {
        using var weak = RSA.Create(1024);
        Assert.Equal("jws.key_unfit", With(Forge.RsaKey("r1", weak)));
        Assert.Equal("jws.key_unfit", With(Changed("e", "AQ")));
        Assert.Equal("jws.key_unfit", With(Changed("e", "AAE")));
        Assert.Equal("jws.key_unfit", With(Changed("e", "Ag")));
        Assert.Equal("jws.key_unfit", With(Changed("n", Base64Url.EncodeToString(new byte[256]))));
        Assert.Equal("jws.key_unfit", With(Changed("n", Base64Url.EncodeToString([1, .. new byte[2048]]))));
        Assert.Equal("jws.key_unfit", With(Changed("n", "AQAB=")));
    }

    [Fact]
    public void A_point_off_the_curve_is_no_key()
    {
        var off = Forge.CurveKey("e1");
        off["x"] = Base64Url.EncodeToString(new byte[32]);
        Assert.Equal("jws.signature_wrong", JwsTests.Outcome(Forge.Sign("""{"alg":"ES256","kid":"e1"}""", "{}"), Forge.Read(off)));
    }

    [Theory]
    [InlineData("[]", "jwks.unreadable")]
    [InlineData("{}", "jwks.unreadable")]
    [InlineData("""{"keys":{}}""", "jwks.unreadable")]
    [InlineData("<html>", "jwks.unreadable")]
    [InlineData("""{"keys":[1,null,"x",{}]}""", null)]
    public void A_list_of_keys_is_read_or_refused_whole(string json, string? refusal) =>
        Assert.Equal(refusal, Forge.Refusal(() => JwkSet.Read(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void More_than_fifty_keys_are_too_many()
    {
        Assert.Null(Forge.Refusal(() => Forge.Read([.. Enumerable.Range(0, 50).Select(n => Forge.RsaKey($"k{n}"))])));
        Assert.Equal("jwks.too_many_keys", Forge.Refusal(() => Forge.Read([.. Enumerable.Range(0, 51).Select(n => Forge.RsaKey($"k{n}"))])));
    }

    static string? With(params JsonObject[] keys) => JwsTests.Outcome(Token, Forge.Read(keys));

    static JsonObject Changed(string member, JsonNode value)
    {
        var key = Forge.RsaKey("r1");
        key[member] = value;
        return key;
    }
}
