using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class AnafSignInTests
{
    const string Return = "http://localhost:5000/anaf/callback";
    const string Authorize = "/anaf/anaf-oauth2/v1/authorize";

    [Fact]
    public async Task The_page_gives_a_code_the_code_gives_tokens_and_the_token_opens_the_api()
    {
        await using var practice = await Practice.Start();
        using var page = await practice.Http.GetAsync($"{Authorize}?response_type=code&client_id=practice-client&redirect_uri={Uri.EscapeDataString(Return)}&token_content_type=jwt&state=s%201", TestContext.Current.CancellationToken);
        Assert.Contains("Continue as practice identity", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var location = await Agree(practice, state: "s 1");
        Assert.StartsWith($"{Return}?code=", location, StringComparison.Ordinal);
        Assert.EndsWith("&state=s%201", location, StringComparison.Ordinal);
        var (status, tokens) = await Token(practice, Exchange(CodeOf(location)));
        Assert.Equal((HttpStatusCode.OK, 7_776_000), (status, (int)tokens["expires_in"]!));
        Assert.Equal(3, ((string)tokens["access_token"]!).Split('.').Length);
        using var hello = new HttpRequestMessage(HttpMethod.Get, "/anaf/TestOauth/jaxrs/hello?name=Ana") { Headers = { Authorization = Practice.Bearer((string)tokens["access_token"]!) } };
        using var answer = await practice.Http.SendAsync(hello, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_works_once_for_one_minute_and_for_its_own_redirect_address()
    {
        await using var practice = await Practice.Start();
        var used = CodeOf(await Agree(practice));
        await Token(practice, Exchange(used));
        Assert.Equal(HttpStatusCode.BadRequest, (await Token(practice, Exchange(used))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Token(practice, Exchange(CodeOf(await Agree(practice)), Return + "/"))).Status);
        var late = CodeOf(await Agree(practice));
        await practice.Control("clock", new JsonObject { ["advance"] = "PT61S" });
        Assert.Equal(HttpStatusCode.BadRequest, (await Token(practice, Exchange(late))).Status);
    }

    [Fact]
    public async Task A_registered_client_must_return_to_its_exact_address_with_its_secret()
    {
        await using var practice = await Practice.Start();
        await practice.Control("anaf/clients", new JsonObject { ["client_id"] = "mine", ["client_secret"] = "s3", ["redirect_uri"] = Return });
        using var other = await practice.Http.GetAsync($"{Authorize}?response_type=code&client_id=mine&redirect_uri={Uri.EscapeDataString(Return + "2")}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        var (status, error) = await Token(practice, Exchange("x"), secret: "wrong");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_client"), (status, (string?)error["error"]));
    }

    [Fact]
    public async Task Refreshing_rotates_both_and_tokens_end_with_practice_time()
    {
        await using var practice = await Practice.Start();
        var (_, first) = await Token(practice, Exchange(CodeOf(await Agree(practice))));
        var refresh = Refresh((string)first["refresh_token"]!);
        var (status, second) = await Token(practice, refresh);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotEqual((string?)first["access_token"], (string?)second["access_token"]);
        Assert.NotEqual((string?)first["refresh_token"], (string?)second["refresh_token"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await Token(practice, refresh)).Status);

        var anaf = new AnafHand(practice.Http, (string)second["access_token"]!);
        Assert.NotNull(await anaf.State("1"));
        await practice.Control("clock", new JsonObject { ["advance"] = "P91D" });
        using var late = await anaf.Send(HttpMethod.Get, "stareMesaj?id_incarcare=1");
        Assert.Equal((HttpStatusCode.Unauthorized, 401), (late.StatusCode, (int)(await Practice.Read(late))["status"]!));
        await practice.Control("clock", new JsonObject { ["advance"] = "P300D" });
        Assert.Equal(HttpStatusCode.BadRequest, (await Token(practice, Refresh((string)second["refresh_token"]!))).Status);
    }

    [Fact]
    public async Task Without_a_right_for_the_company_the_answer_is_the_documented_text()
    {
        await using var practice = await Practice.Start();
        var index = await (await practice.Anaf()).Upload(SampleInvoice.Of(), SampleInvoice.Seller);
        var stranger = await practice.Anaf("18547290");
        Assert.Contains("Nu aveti dreptul de inteorgare", (await stranger.State(index)).Value + (await stranger.State(index)).ToString(), StringComparison.Ordinal);
        Assert.Contains("Nu aveti drept in SPV", (string?)(await stranger.Json($"listaMesajeFactura?zile=1&cif={SampleInvoice.Seller}"))["eroare"]);
    }

    static async Task<string> Agree(Practice practice, string state = "")
    {
        using var response = await practice.Http.PostAsync(Authorize, new FormUrlEncodedContent(
            [new("client_id", "practice-client"), new("redirect_uri", Return), new("state", state), new("cifs", "")]), TestContext.Current.CancellationToken);
        return response.Headers.Location!.OriginalString;
    }

    static string CodeOf(string location) => location.Split("code=")[1].Split('&')[0];

    static Dictionary<string, string> Exchange(string code, string redirect = Return) =>
        new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["token_content_type"] = "jwt" };

    static Dictionary<string, string> Refresh(string token) => new() { ["grant_type"] = "refresh_token", ["refresh_token"] = token };

    static async Task<(HttpStatusCode Status, JsonObject Body)> Token(Practice practice, Dictionary<string, string> form, string secret = "practice-secret")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/anaf/anaf-oauth2/v1/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"practice-client:{secret}")));
        using var response = await practice.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await Practice.Read(response));
    }
}
