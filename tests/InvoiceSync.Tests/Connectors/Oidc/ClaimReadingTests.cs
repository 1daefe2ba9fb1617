using System.Text.Json;
using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class ClaimReadingTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", false)]
    [InlineData("\"false\"", false)]
    [InlineData("1", false)]
    [InlineData("false", false)]
    public void An_address_is_proved_by_true_alone(string json, bool proved) =>
        Assert.Equal(proved, Read($$"""{"sub":"a","email":"a@b.ro","email_verified":{{json}}}""").EmailVerified);

    [Theory]
    [InlineData("""{"sub":"a"}""", new string[0])]
    [InlineData("""{"sub":"a","groups":[]}""", new string[0])]
    [InlineData("""{"sub":"a","groups":"finance"}""", new[] { "finance" })]
    [InlineData("""{"sub":"a","groups":["finance","sales"]}""", new[] { "finance", "sales" })]
    [InlineData("""{"sub":"a","groups":["finance",["owner"]]}""", null)]
    [InlineData("""{"sub":"a","groups":[["owner"]]}""", null)]
    [InlineData("""{"sub":"a","groups":{"finance":true}}""", null)]
    [InlineData("""{"sub":"a","groups":[""]}""", null)]
    [InlineData("""{"sub":"a","_claim_names":{"groups":"src1"},"_claim_sources":{"src1":{"endpoint":"https://evil.example/"}}}""", null)]
    [InlineData("""{"sub":"a","groups":["finance"],"_claim_names":{"groups":"src1"}}""", null)]
    [InlineData("""{"sub":"a","hasgroups":true}""", null)]
    public void Groups_are_known_whole_or_not_at_all(string json, string[]? groups) => Assert.Equal(groups, Read(json).Groups);

    [Fact]
    public void Two_hundred_groups_are_the_most()
    {
        Assert.Equal(200, Read(Many(200)).Groups!.Count);
        Assert.Null(Read(Many(201)).Groups);
    }

    [Fact]
    public void A_connection_names_its_own_claims()
    {
        var entra = Forge.Settings with { SubjectClaim = "oid", EmailVerifiedClaim = "xms_edov", GroupsClaim = "roles" };
        var read = ClaimReading.Read(Json("""{"sub":"pairwise","oid":"0-1","email":"a@b.ro","xms_edov":true,"roles":["boss"],"name":"Ana","sid":"s"}"""), entra);

        Assert.Equal(("https://idp.example", "0-1", "a@b.ro", true, "Ana", "s"), (read.Issuer, read.Subject, read.Email, read.EmailVerified, read.Name, read.SessionIndex));
        Assert.Equal(["boss"], read.Groups);
        Assert.Equal("id_token.subject_wrong", Forge.Refusal(() => ClaimReading.Read(Json("""{"sub":"a"}"""), entra)));
    }

    [Fact]
    public void Texts_too_long_or_with_control_characters_are_left_out()
    {
        var read = Read($$"""{"sub":"a","email":"a\u0000@b.ro","name":"{{new string('x', 300)}}"}""");
        Assert.Null(read.Email);
        Assert.Null(read.Name);
    }

    static string Many(int count) => $$"""{"sub":"a","groups":[{{string.Join(',', Enumerable.Range(0, count).Select(n => $"\"g{n}\""))}}]}""";

    static OidcIdentity Read(string json) => ClaimReading.Read(Json(json), Forge.Settings);

    static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement.Clone();
}
