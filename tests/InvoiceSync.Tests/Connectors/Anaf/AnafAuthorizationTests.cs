using System.Net;
using System.Text;
using InvoiceSync.Fiscal;

namespace InvoiceSync.Tests.Connectors.Anaf;

public sealed class AnafAuthorizationTests
{
    static readonly FiscalApp App = new(new Uri("https://logincert.anaf.example"), "client", "top-secret");
    static readonly Uri Redirect = new("https://localhost:5001/anaf/callback?x=1");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Jwt(string claims) =>
        $"eyJhbGciOiJSUzUxMiJ9.{Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_')}.c2ln";

    static Task<TokenAnswer> Exchange(int status, string body) =>
        FakeAnaf.Answering((HttpStatusCode)status, body).Authorization().Exchange(App, "the-code", Redirect, Ct);

    [Fact]
    public void The_browser_is_sent_to_the_certificate_login()
    {
        var url = FakeAnaf.Answering(HttpStatusCode.OK, "").Authorization().AuthorizeUrl(App, Redirect, "s&1");
        Assert.Equal(
            "https://logincert.anaf.example/anaf-oauth2/v1/authorize?response_type=code&client_id=client"
            + "&redirect_uri=https%3A%2F%2Flocalhost%3A5001%2Fanaf%2Fcallback%3Fx%3D1&token_content_type=jwt&state=s%261",
            url.AbsoluteUri);
    }

    [Fact]
    public async Task A_code_is_traded_for_both_tokens_with_the_ends_their_JWTs_tell()
    {
        var access = Jwt("""{"exp":1800000000}""");
        var refresh = Jwt("""{"exp":1830000000}""");
        var anaf = FakeAnaf.Answering(HttpStatusCode.OK, $$"""{"access_token":"{{access}}","refresh_token":"{{refresh}}","expires_in":1}""");
        var granted = Assert.IsType<TokenAnswer.Granted>(await anaf.Authorization().Exchange(App, "the-code", Redirect, Ct));

        Assert.Equal(
            new TokenAnswer.Granted(access, DateTimeOffset.FromUnixTimeSeconds(1800000000), refresh, DateTimeOffset.FromUnixTimeSeconds(1830000000)),
            granted);
        var asked = Assert.Single(anaf.Asked);
        Assert.Equal("Basic " + Convert.ToBase64String("client:top-secret"u8), asked.Authorization);
        Assert.Equal(
            "grant_type=authorization_code&code=the-code&redirect_uri=https%3A%2F%2Flocalhost%3A5001%2Fanaf%2Fcallback%3Fx%3D1&token_content_type=jwt",
            asked.Body);
    }

    [Fact]
    public async Task A_refresh_rotates_both_and_keeps_the_old_one_when_none_is_sent()
    {
        var rotated = FakeAnaf.Answering(HttpStatusCode.OK, """{"access_token":"a2","refresh_token":"r2","expires_in":60}""");
        var granted = Assert.IsType<TokenAnswer.Granted>(await rotated.Authorization().Refresh(App, "r1", Ct));
        Assert.Equal(("a2", "r2", FakeAnaf.Now.AddMinutes(1)), (granted.Access, granted.Refresh, granted.AccessExpires));
        Assert.Null(granted.RefreshExpires);
        Assert.Equal("grant_type=refresh_token&refresh_token=r1&token_content_type=jwt", Assert.Single(rotated.Asked).Body);

        var kept = FakeAnaf.Answering(HttpStatusCode.OK, """{"access_token":"a2","expires_in":60}""");
        Assert.Equal("r1", Assert.IsType<TokenAnswer.Granted>(await kept.Authorization().Refresh(App, "r1", Ct)).Refresh);
    }

    [Theory]
    [InlineData(400, "invalid_client", "client id")]
    [InlineData(401, "invalid_grant", "60 seconds")]
    [InlineData(400, "something_new", "Try again")]
    public async Task A_refusal_says_what_to_do(int status, string code, string help)
    {
        var refused = Assert.IsType<TokenAnswer.Refused>(await Exchange(status, $$"""{"error":"{{code}}"}"""));
        Assert.Equal(code, refused.Code);
        Assert.Contains(help, refused.Help, StringComparison.Ordinal);
    }

    [Fact]
    public void A_callback_without_a_certificate_is_explained() =>
        Assert.Contains("certificate", FakeAnaf.Answering(HttpStatusCode.OK, "").Authorization().Explain("access_denied"), StringComparison.Ordinal);

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<html>login</html>")]
    [InlineData(302, "")]
    [InlineData(503, "{}")]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":"a","expires_in":60}""")]
    [InlineData(200, """{"access_token":"a","refresh_token":"r"}""")]
    [InlineData(200, """{"access_token":"a.b.c","refresh_token":"r","expires_in":"soon"}""")]
    [InlineData(429, "")]
    public async Task Anything_else_is_tried_again_later(int status, string body) =>
        Assert.IsType<TokenAnswer.Unavailable>(await Exchange(status, body));

    [Fact]
    public void Secrets_never_show_in_texts()
    {
        var texts = $"{App} {FakeAnaf.Account} {new TokenAnswer.Granted("the-access", FakeAnaf.Now, "the-refresh", null)}";
        Assert.DoesNotContain("secret", texts, StringComparison.Ordinal);
        Assert.DoesNotContain("the-", texts, StringComparison.Ordinal);
    }
}
