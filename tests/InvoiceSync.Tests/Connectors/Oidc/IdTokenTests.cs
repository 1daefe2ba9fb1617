using System.Text;
using FsCheck;
using FsCheck.Fluent;
using InvoiceSync.Connectors.Oidc;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class IdTokenTests
{
    [Fact]
    public void A_good_token_is_taken() => Assert.Null(Outcome(Forge.Claims()));

    [Theory]
    [InlineData("iss", "\"https://idp.example/\"", "token.issuer_wrong")]
    [InlineData("iss", "null", "token.issuer_wrong")]
    [InlineData("iss", "[\"https://idp.example\"]", "token.issuer_wrong")]
    [InlineData("aud", "\"other\"", "token.audience_wrong")]
    [InlineData("aud", "[]", "token.audience_wrong")]
    [InlineData("aud", "[\"invoicesync\",1]", "token.audience_wrong")]
    [InlineData("aud", "[\"invoicesync\"]", null)]
    [InlineData("aud", "[\"invoicesync\",\"other\"]", "token.azp_missing")]
    [InlineData("azp", "\"other\"", "token.azp_wrong")]
    [InlineData("azp", "7", "token.azp_wrong")]
    [InlineData("azp", "\"invoicesync\"", null)]
    [InlineData("exp", "\"9999999999\"", "token.exp_unreadable")]
    [InlineData("exp", "1e308", "token.exp_too_far")]
    [InlineData("exp", "1e400", "token.exp_unreadable")]
    [InlineData("exp", "-1", "token.expired")]
    [InlineData("exp", "null", "token.exp_unreadable")]
    [InlineData("iat", "\"1\"", "token.iat_unreadable")]
    [InlineData("iat", "0", "token.too_old")]
    [InlineData("iat", "1e15", "token.from_the_future")]
    [InlineData("nbf", "1e15", "token.not_yet_valid")]
    [InlineData("nbf", "true", "token.nbf_unreadable")]
    [InlineData("nonce", "\"n-2\"", "id_token.nonce_wrong")]
    [InlineData("nonce", "[\"n-1\"]", "id_token.nonce_wrong")]
    [InlineData("at_hash", "\"AAAAAAAAAAAAAAAAAAAAAA\"", "id_token.at_hash_wrong")]
    [InlineData("at_hash", "1", "id_token.at_hash_wrong")]
    [InlineData("at_hash", "\"R8PYaIQdcYEdkSc9TeGyiQ\"", null)]
    [InlineData("sub", "\"\"", "id_token.subject_wrong")]
    [InlineData("sub", "1", "id_token.subject_wrong")]
    [InlineData("sub", "\"a\\u0000b\"", "id_token.subject_wrong")]
    [InlineData("sub", "\"\\ud800\"", "id_token.subject_wrong")]
    public void Each_claim_has_its_rule(string name, string json, string? refusal) =>
        Assert.Equal(refusal, Outcome(Raw(name, json)));

    [Theory]
    [InlineData("iss", "token.issuer_wrong")]
    [InlineData("aud", "token.audience_wrong")]
    [InlineData("exp", "token.exp_missing")]
    [InlineData("iat", "token.iat_missing")]
    [InlineData("nonce", "id_token.nonce_wrong")]
    [InlineData("sub", "id_token.subject_wrong")]
    public void What_must_be_there_must_be_there(string name, string refusal) => Assert.Equal(refusal, Outcome(Forge.Claims(c => c.Remove(name))));

    [Theory]
    [InlineData("exp", -119, null)]
    [InlineData("exp", -120, "token.expired")]
    [InlineData("exp", 86_520, null)]
    [InlineData("exp", 86_521, "token.exp_too_far")]
    [InlineData("iat", 120, null)]
    [InlineData("iat", 121, "token.from_the_future")]
    [InlineData("iat", -720, null)]
    [InlineData("iat", -721, "token.too_old")]
    [InlineData("nbf", 120, null)]
    [InlineData("nbf", 121, "token.not_yet_valid")]
    public void Times_hold_to_the_second(string name, int seconds, string? refusal) => Assert.Equal(refusal, Outcome(Forge.Claims(c => c[name] = Forge.Now + seconds)));

    [Fact]
    public void A_subject_may_be_255_letters_long()
    {
        Assert.Null(Outcome(Forge.Claims(c => c["sub"] = new string('a', 255))));
        Assert.Equal("id_token.subject_wrong", Outcome(Forge.Claims(c => c["sub"] = new string('a', 256))));
    }

    [Fact]
    public void A_claim_said_twice_is_refused() => Assert.Equal("id_token.unreadable", Outcome(Forge.Claims().Replace("{", """{"sub":"mallory",""", StringComparison.Ordinal)));

    [Theory]
    [InlineData("logout+jwt", "id_token.type_wrong")]
    [InlineData("application/AT+JWT", "id_token.type_wrong")]
    [InlineData("JWT", null)]
    public void No_other_kind_of_token_stands_in(string type, string? refusal) =>
        Assert.Equal(refusal, Forge.Refusal(() => IdToken.CheckType(Jws.Parse(Forge.Sign($$"""{"alg":"RS256","typ":"{{type}}"}""", "{}"), JwsAlgorithm.Names))));

    [Fact]
    public void Any_claim_replaced_by_any_json_is_answered_and_not_crashed_on()
    {
        string[] values = ["null", "true", "0", "-0", "1e999", "[]", "{}", "\"\"", "\"\\ud83d\"", "[[[[]]]]", "123456789012345678901234567890"];
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Elements("iss", "aud", "sub", "nonce", "iat", "exp", "azp", "at_hash").ToArbitrary(), Gen.Elements(values).ToArbitrary(), (name, json) =>
            Outcome(Raw(name, json)) is not null));
    }

    static string Raw(string name, string json) => Forge.Claims(c => c[name] = "@").Replace("\"@\"", json, StringComparison.Ordinal);

    static string? Outcome(string claims) => Forge.Refusal(() => IdToken.Check(Encoding.UTF8.GetBytes(claims), Forge.Settings, Forge.Nonce, Forge.AccessToken, Some.Noon));
}
