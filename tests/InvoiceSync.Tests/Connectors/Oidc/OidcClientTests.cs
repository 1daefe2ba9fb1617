using System.Net;
using System.Text;
using InvoiceSync.Connectors.Oidc;

namespace InvoiceSync.Tests.Connectors.Oidc;

public sealed class OidcClientTests : IDisposable
{
    const string Answer = """{"access_token":"at-1","token_type":"bearer","id_token":"x.y.z"}""";
    readonly FakeProvider idp = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => idp.Dispose();

    [Fact]
    public async Task The_secret_travels_as_the_provider_takes_it()
    {
        idp.Answers["/token"] = Answer;
        await Exchange(Forge.Settings with { ClientSecret = "a:b c%" });
        Assert.Equal($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes("invoicesync:a%3Ab+c%25"))}", idp.Authorization);
        Assert.Equal("grant_type=authorization_code&code=c&redirect_uri=https%3A%2F%2Fportal.example%2Fcb&code_verifier=v", idp.Form);

        await Exchange(Forge.Settings with { ClientSecret = "s", SecretInForm = true });
        Assert.Null(idp.Authorization);
        Assert.EndsWith("&client_id=invoicesync&client_secret=s", idp.Form, StringComparison.Ordinal);

        await Exchange(Forge.Settings);
        Assert.Null(idp.Authorization);
        Assert.EndsWith("&client_id=invoicesync", idp.Form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Answer, 200, "application/json", null)]
    [InlineData(Answer, 200, "text/html", "token_answer.not_json")]
    [InlineData(Answer, 302, "application/json", "token_answer.redirected")]
    [InlineData(Answer, 500, "application/json", "token_answer.status_wrong")]
    [InlineData("""{"error":"invalid_grant","error_description":"<script>"}""", 400, "application/json", "token_answer.invalid_grant")]
    [InlineData("""{"error":"<script>"}""", 400, "application/json", "token_answer.refused")]
    [InlineData("""{"error":"bad_verification_code"}""", 200, "application/json", "token_answer.refused")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""", 200, "application/json", "token_answer.type_wrong")]
    [InlineData("""{"access_token":"a"}""", 200, "application/json", "token_answer.type_wrong")]
    [InlineData("""{"token_type":"Bearer"}""", 200, "application/json", "token_answer.access_token_missing")]
    [InlineData("""{"access_token":"a\r\nX: y","token_type":"Bearer"}""", 200, "application/json", "token_answer.access_token_missing")]
    [InlineData("""{"access_token":"a","token_type":"Bearer","id_token":7}""", 200, "application/json", "token_answer.id_token_unreadable")]
    [InlineData("[]", 200, "application/json", "token_answer.unreadable")]
    public async Task Each_answer_of_the_token_endpoint_has_one_outcome(string body, int status, string type, string? refusal)
    {
        await idp.Client.Metadata(Forge.Settings, Stop);
        idp.Answers["/token"] = body;
        (idp.Status, idp.MediaType) = ((HttpStatusCode)status, type);
        Assert.Equal(refusal, await Refusal(() => Exchange(Forge.Settings)));
    }

    [Fact]
    public async Task A_good_id_token_says_who_it_is()
    {
        var who = await Identify(Forge.Settings, Forge.Claims(c => (c["email"], c["email_verified"]) = ("a@b.ro", true)));
        Assert.Equal(("alice", "a@b.ro", true), (who.Subject, who.Email, who.EmailVerified));
    }

    [Fact]
    public async Task Userinfo_adds_what_the_token_lacks()
    {
        idp.Answers["/userinfo"] = """{"sub":"alice","email":"a@b.ro","email_verified":true,"groups":["finance"],"sid":"forged","iss":"https://evil.example"}""";
        var who = await Identify(Forge.Settings with { AsksUserInfo = true }, Forge.Claims());
        Assert.Equal(("https://idp.example", "a@b.ro", true, null), (who.Issuer, who.Email, who.EmailVerified, who.SessionIndex));
        Assert.Equal(["finance"], who.Groups);
    }

    [Fact]
    public async Task Userinfo_about_somebody_else_is_not_used()
    {
        idp.Answers["/userinfo"] = """{"sub":"bob","email":"bob@b.ro","email_verified":true}""";
        var who = await Identify(Forge.Settings with { AsksUserInfo = true }, Forge.Claims());
        Assert.Equal(("alice", null, false), (who.Subject, who.Email, who.EmailVerified));
    }

    [Fact]
    public async Task Userinfo_does_not_vouch_for_another_address_than_its_own()
    {
        idp.Answers["/userinfo"] = """{"sub":"alice","email":"alice@b.ro","email_verified":true}""";
        var who = await Identify(Forge.Settings with { AsksUserInfo = true }, Forge.Claims(c => c["email"] = "boss@b.ro"));
        Assert.Equal(("boss@b.ro", false), (who.Email, who.EmailVerified));

        var same = await Identify(Forge.Settings with { AsksUserInfo = true }, Forge.Claims(c => c["email"] = "alice@b.ro"));
        Assert.Equal(("alice@b.ro", true), (same.Email, same.EmailVerified));

        var flag = await Identify(Forge.Settings with { AsksUserInfo = true }, Forge.Claims(c => c["email_verified"] = true));
        Assert.Null(flag.Email);
    }

    [Theory]
    [InlineData("""[{"email":"old@b.ro","primary":false,"verified":true},{"email":"ana@b.ro","primary":true,"verified":true}]""", "ana@b.ro")]
    [InlineData("""[{"email":"ana@b.ro","primary":true,"verified":false},{"email":"old@b.ro","primary":false,"verified":true}]""", null)]
    [InlineData("[1,{}]", null)]
    public async Task GitHub_is_asked_for_number_and_verified_address(string emails, string? email)
    {
        (idp.Answers["/user"], idp.Answers["/user/emails"]) = ("""{"id":583231,"login":"octocat","email":"boss@b.ro"}""", emails);
        var settings = Forge.Settings with { IsGitHub = true, Issuer = "https://github.com" };
        var who = await idp.Client.Identify(settings, new("at-1", null), "", Stop);
        Assert.Equal(("https://github.com", "583231", "octocat", email, email is not null), (who.Issuer, who.Subject, who.Name, who.Email, who.EmailVerified));
        Assert.Equal("Bearer at-1", idp.Authorization);
    }

    [Fact]
    public async Task GitHub_without_a_number_proves_nobody()
    {
        idp.Answers["/user"] = """{"id":"583231","login":"octocat"}""";
        Assert.Equal("github.person_unreadable", await Refusal(() => idp.Client.Identify(Forge.Settings with { IsGitHub = true }, new("at-1", null), "", Stop)));
    }

    [Fact]
    public async Task A_logout_token_is_read_with_the_same_keys_and_an_id_token_is_none()
    {
        var token = await idp.Client.ReadLogout(Forge.Settings, Forge.Sign("""{"alg":"RS256","kid":"r1","typ":"logout+jwt"}""", Forge.LogoutClaims()), Stop);
        Assert.Equal("s-1", token.SessionIndex);
        Assert.Equal("logout_token.type_wrong", await Refusal(() => idp.Client.ReadLogout(Forge.Settings, Forge.Sign("""{"alg":"RS256","kid":"r1"}""", Forge.Claims()), Stop)));
    }

    [Fact]
    public void Nothing_secret_is_written_by_accident()
    {
        Assert.DoesNotContain("at-1", new OidcTokens("at-1", "x").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", (Forge.Settings with { ClientSecret = "geheim" }).ToString(), StringComparison.Ordinal);
    }

    Task<OidcTokens> Exchange(OidcSettings settings) => idp.Client.Exchange(settings, "c", "v", "https://portal.example/cb", Stop);

    Task<OidcIdentity> Identify(OidcSettings settings, string claims) =>
        idp.Client.Identify(settings, new(Forge.AccessToken, Forge.Sign("""{"alg":"RS256","kid":"r1"}""", claims)), Forge.Nonce, Stop);

    static async Task<string?> Refusal(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (OidcRefusedException refused)
        {
            return refused.Reason;
        }
    }
}
