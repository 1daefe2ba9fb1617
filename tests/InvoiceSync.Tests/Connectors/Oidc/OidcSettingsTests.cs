using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class OidcSettingsTests
{
    static readonly Dictionary<string, string> None = [];

    [Fact]
    public void What_is_stored_lies_over_the_habits_of_the_provider()
    {
        var read = OidcSettings.Read(
            new Dictionary<string, string> { ["preset"] = "okta", ["issuer"] = "https://exemplu.okta.com", ["client_id"] = "c", ["algorithms"] = "RS256 HS256 none", ["userinfo"] = "false" },
            new Dictionary<string, string> { ["groups"] = "roles" },
            new Dictionary<string, string> { ["client_secret"] = "s" });

        Assert.Equal(("https://exemplu.okta.com", "c", "s", "roles", false), (read.Issuer, read.ClientId, read.ClientSecret, read.GroupsClaim, read.AsksUserInfo));
        Assert.Equal(["openid", "email", "profile", "groups"], read.Scopes);
        // No setting brings back an algorithm we do not have.
        Assert.Equal(["RS256"], read.Algorithms);
    }

    [Fact]
    public void Every_preset_can_be_read_and_an_unknown_one_is_the_standard()
    {
        Assert.Equal(["google", "entra", "github", "keycloak", "okta", "other"], OidcPreset.All.Select(p => p.Key));
        Assert.All(OidcPreset.All, p => Assert.Equal(p.Habits.IsGitHub ? p.Issuer : "https://idp.example", Read(p.Key, "https://idp.example").Issuer));
        Assert.Equal("sub", Read("nobody", "https://idp.example").SubjectClaim);
        Assert.Equal("oid", Read("entra", "https://login.microsoftonline.com/0b0c/v2.0").SubjectClaim);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/common/v2.0")]
    [InlineData("https://login.microsoftonline.com/Organizations/v2.0")]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0")]
    public void An_issuer_of_many_directories_is_refused(string issuer) => Assert.Equal("issuer.not_concrete", Forge.Refusal(() => Read("entra", issuer)));

    [Fact]
    public void Without_a_client_there_is_nothing_to_ask_with() =>
        Assert.Equal("settings.client_id_missing", Forge.Refusal(() => OidcSettings.Read(new Dictionary<string, string> { ["issuer"] = "https://idp.example" }, None, None)));

    static OidcSettings Read(string preset, string issuer) =>
        OidcSettings.Read(new Dictionary<string, string> { ["preset"] = preset, ["issuer"] = issuer, ["client_id"] = "c" }, None, None);
}
