using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class JwsTests
{
    const string Good = """{"alg":"RS256","kid":"r1"}""";

    [Theory]
    [InlineData("""{"alg":"RS256","kid":"r1"}""", null)]
    [InlineData("""{"alg":"RS256"}""", null)]
    [InlineData("""{"alg":"PS256","kid":"r1","typ":"JWT"}""", null)]
    [InlineData("""{"alg":"ES256","kid":"e1"}""", null)]
    [InlineData("""{"alg":"RS256","kid":"r1","jku":"https://evil.example/jwks","x5u":"https://evil.example/x","jwk":{"kty":"RSA","n":"AQAB","e":"AQAB"}}""", null)]
    [InlineData("""{"alg":"none","kid":"r1"}""", "jws.algorithm_refused")]
    [InlineData("""{"alg":"rs256","kid":"r1"}""", "jws.algorithm_refused")]
    [InlineData("""{"alg":"HS256","kid":"r1"}""", "jws.algorithm_refused")]
    [InlineData("""{"alg":"RS384","kid":"r1"}""", "jws.algorithm_refused")]
    [InlineData("""{"alg":"RS256","kid":"r1","crit":["exp"]}""", "jws.extension_refused")]
    [InlineData("""{"alg":"RS256","kid":"r1","b64":false}""", "jws.extension_refused")]
    [InlineData("""{"alg":"RS256","kid":7}""", "jws.header_unreadable")]
    [InlineData("""{"alg":"RS256","typ":["JWT"]}""", "jws.header_unreadable")]
    [InlineData("""{"alg":"RS256","kid":"r1","kid":"r1"}""", "jws.header_unreadable")]
    [InlineData("""{"alg":"RS256","a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":{"a":1}}}}}}}}}""", "jws.header_unreadable")]
    [InlineData("""{"alg":"ES256","kid":"r1"}""", "jws.key_unfit")]
    [InlineData("""{"alg":"RS256","kid":"R1"}""", "key unknown")]
    public void Each_header_has_one_outcome(string header, string? refusal) => Assert.Equal(refusal, Outcome(Forge.Sign(header, "{}")));

    [Fact]
    public void A_token_has_one_spelling()
    {
        var good = Forge.Sign(Good, "{}");
        Assert.Null(Outcome(good));
        Assert.Equal("jws.not_three_parts", Outcome(good + ".x"));
        Assert.Equal("jws.not_three_parts", Outcome(good[..good.LastIndexOf('.')]));
        Assert.Equal("jws.encoding_wrong", Outcome(good + "="));
        Assert.Equal("jws.encoding_wrong", Outcome(good.Insert(5, "\n")));
        Assert.Equal("jws.encoding_wrong", Outcome(good.Insert(5, " ")));
        Assert.Equal("jws.too_long", Outcome(new string('a', 20_000)));
        // 256 bytes end in four bits that must be zero: another last letter would decode to the same signature.
        Assert.Equal("jws.encoding_wrong", Outcome(good[..^1] + (char)(good[^1] + 1)));
    }

    [Fact]
    public void A_curve_signature_in_der_is_refused()
    {
        var parts = Forge.Sign("""{"alg":"ES256","kid":"e1"}""", "{}").Split('.');
        var der = Forge.Curve.SignData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        Assert.Equal("jws.signature_wrong", Outcome($"{parts[0]}.{parts[1]}.{Base64Url.EncodeToString(der)}"));
    }

    [Fact]
    public void Any_single_change_of_a_token_is_refused() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var token = Forge.Sign(random.Next(2) == 0 ? Good : """{"alg":"ES256","kid":"e1"}""", Forge.Claims());
            var at = random.Next(token.Length);
            var letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ "[random.Next(69)];
            return letter == token[at] || Outcome(token[..at] + letter + token[(at + 1)..]) is not null;
        }));

    [Fact]
    public void Whatever_is_sent_is_refused_and_never_breaks_anything() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), ArbMap.Default.ArbFor<byte[]>(), (text, bytes) =>
            Outcome(text.Get) is not null
            && Outcome($"{Base64Url.EncodeToString(bytes)}.{text.Get}.") is not null
            && Outcome($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text.Get))}.e30.AA") is not null));

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"alg":"\ud800"}""")]
    [InlineData("\uFEFF{}")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1,"\u0061":2}""")]
    public void Json_that_is_no_plain_object_of_texts_is_refused(string json) =>
        Assert.Contains(Outcome($"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))}.e30.AA"), new[] { "jws.header_unreadable", "jws.algorithm_refused" });

    static string? Outcome(string token) => Outcome(token, Forge.Keys);

    internal static string? Outcome(string token, JwkSet keys)
    {
        var known = true;
        var refusal = Forge.Refusal(() =>
        {
            var jws = Jws.Parse(token, JwsAlgorithm.Names);
            known = keys.For(jws.Algorithm, jws.KeyId) is { } key && jws.Verify(key) is not null;
        });
        return refusal ?? (known ? null : "key unknown");
    }
}
