using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>Client credentials as RFC 6749 has them, and the life of the tokens they get.</summary>
public sealed class TokenTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    const string Reading = "/api/stripe/invoices";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_gets_a_token_by_header_or_form_and_reads_with_it(bool byHeader)
    {
        var key = await Key($"token-{(byHeader ? "basic" : "post")}");
        var answer = await Ask(byHeader ? Form() : Form(("client_id", key.Id.ToString()), ("client_secret", key.Secret)), byHeader ? Basic(key.Id.ToString(), key.Secret) : null);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(("Bearer", 3600), (answer.Body.Text("token_type"), answer.Body.GetProperty("expires_in").GetInt32()));
        Assert.Contains("invoice.read.all", answer.Body.Text("scope")!.Split(' '));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal(HttpStatusCode.OK, await Read(answer.Body.Text("access_token")!));
    }

    [Fact]
    public async Task A_token_may_less_when_less_was_asked_for_and_never_more()
    {
        var key = await Key("token-scope");
        var less = await Token(key, "payment.read customer.read");
        Assert.Equal("customer.read payment.read", string.Join(' ', less.Text("scope")!.Split(' ').Order()));
        Assert.Equal(HttpStatusCode.Forbidden, await Read(less.Text("access_token")!));

        foreach (var scope in (string[])["*", "user.manage", "invoice.read.all user.manage", "INVOICE.READ.ALL", "platform.manage", " "])
        {
            var refused = await Ask(Form(("client_id", key.Id.ToString()), ("client_secret", key.Secret), ("scope", scope)));
            Assert.Equal((HttpStatusCode.BadRequest, "invalid_scope"), (refused.Status, refused.Body.Text("error")));
        }
    }

    [Fact]
    public async Task Whoever_is_not_the_client_is_answered_alike()
    {
        var (key, other) = (await Key("token-client"), await Key("token-other"));
        var off = await Key("token-off", switchedOff: true);
        (string Id, string Secret)[] wrong =
        [
            (key.Id.ToString(), key.Secret[..^1] + (key.Secret[^1] == 'A' ? 'B' : 'A')), (key.Id.ToString(), other.Secret), (key.Id.ToString(), "x"), ("key_00000000000000000000000000", key.Secret),
            ("nobody", "nothing"), (off.Id.ToString(), off.Secret), (key.Id.ToString(), new string('x', 3000)),
        ];
        var answers = new HashSet<string>();
        foreach (var (id, secret) in wrong)
        {
            var answer = await Ask(Form(("client_id", id), ("client_secret", secret)));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
            answers.Add(answer.Body.GetRawText());
        }

        Assert.Equal("invalid_client", JsonDocument.Parse(Assert.Single(answers)).RootElement.Text("error"));
        var byHeader = await Ask(Form(), Basic(key.Id.ToString(), "x"));
        Assert.Equal("Basic", Assert.Single(byHeader.Headers.WwwAuthenticate).Scheme);
    }

    public static TheoryData<string, string, string, string> Forms => new()
    {
        { "?client_secret=x", "grant_type=client_credentials", "", "invalid_request" },
        { "?grant_type=client_credentials", "", "", "invalid_request" },
        { "", "", "", "invalid_request" },
        { "", "grant_type=password&username=a&password=b", "", "unsupported_grant_type" },
        { "", "grant_type=authorization_code&code=x", "", "unsupported_grant_type" },
        { "", "grant_type=client_credentials&grant_type=client_credentials", "", "invalid_request" },
        { "", "grant_type=client_credentials&client_id=a&client_id=b&client_secret=c", "", "invalid_request" },
        { "", "grant_type=client_credentials&client_id=a&client_secret=b", "Basic YTpi", "invalid_request" },
        { "", "grant_type=client_credentials&client_id=other", "Basic YTpi", "invalid_request" },
        { "", "grant_type=client_credentials", "Basic !!!", "invalid_client" },
        { "", "grant_type=client_credentials", "Bearer isk_x", "invalid_client" },
        { "", "grant_type=client_credentials", "", "invalid_client" },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_request_in_another_form_is_refused(string query, string form, string header, string error)
    {
        using var http = portal.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/oauth/token{query}", UriKind.Relative)) { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };
        if (header.Length > 0) request.Headers.TryAddWithoutValidation("Authorization", header);
        using var answer = await http.SendAsync(request, Ct);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>(Ct);
        Assert.Equal((error, error == "invalid_client" ? 401 : 400), (body.Text("error"), (int)answer.StatusCode));
    }

    [Fact]
    public async Task A_token_ends_with_its_key_with_the_secret_that_got_it_and_with_its_time()
    {
        var company = await Company.Create(portal, "token-ends", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("ends"));
        var token = (await Token(key)).Text("access_token")!;
        Assert.Equal(HttpStatusCode.OK, await Read(token));
        Assert.Equal(HttpStatusCode.Unauthorized, await Read(token[..^2] + (token[^2] == 'A' ? "BA" : "AA")));
        Assert.Equal(HttpStatusCode.Unauthorized, await Read("ist_AAAA"));

        var fresh = await portal.Send(company.Owner, new RotateApiKey(key.Id, 1));
        Assert.Equal(HttpStatusCode.OK, await Read(token));
        var newer = (await Token(fresh)).Text("access_token")!;
        fresh = await portal.Send(company.Owner, new RotateApiKey(key.Id, 1));
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (await Read(token), await Read(newer)));

        var last = (await Token(fresh)).Text("access_token")!;
        await portal.Send(company.Owner, new SwitchApiKey(key.Id, false));
        Assert.Equal(HttpStatusCode.Unauthorized, await Read(last));
        await portal.Send(company.Owner, new SwitchApiKey(key.Id, true));
        Assert.Equal(HttpStatusCode.OK, await Read(last));
        await portal.Send(company.Owner, new RevokeApiKey(key.Id));
        Assert.Equal(HttpStatusCode.Unauthorized, await Read(last));

        var tokens = portal.Services.GetRequiredService<AccessTokens>();
        Assert.Null(tokens.Read(tokens.Write(new(key.Id, "x", []), TimeSpan.FromSeconds(-1))));
        Assert.NotNull(tokens.Read(tokens.Write(new(key.Id, "x", []), TimeSpan.FromMinutes(1))));
        Assert.Null((await portal.Send(Kernel.Caller.Nobody, new WhoHoldsToken(key.Id, "x", [], null))));
    }

    [Fact]
    public async Task A_token_opens_its_own_companys_address_only()
    {
        var (key, _) = (await Key("token-home"), await Key("token-abroad"));
        var token = (await Token(key)).Text("access_token")!;
        Assert.Equal(HttpStatusCode.OK, await Read(token, "/t/token-home"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Read(token, "/t/token-abroad"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(Form(("client_id", key.Id.ToString()), ("client_secret", key.Secret)), home: "/t/token-abroad")).Status);
    }

    [Fact]
    public async Task The_metadata_tells_where_tokens_are_and_how_to_ask()
    {
        using var http = portal.Client();
        var told = await http.GetFromJsonAsync<JsonElement>("/.well-known/oauth-authorization-server", Ct);
        Assert.Equal($"{told.Text("issuer")}/oauth/token", told.Text("token_endpoint"));
        Assert.Equal("client_credentials", told.GetProperty("grant_types_supported")[0].GetString());
        Assert.Contains("invoice.read.all", told.GetProperty("scopes_supported").EnumerateArray().Select(s => s.GetString()));
    }

    async Task<CreateApiKey.Shown> Key(string slug, bool switchedOff = false)
    {
        var company = await Company.Create(portal, slug, hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey(slug));
        if (switchedOff) await portal.Send(company.Owner, new SwitchApiKey(key.Id, false));
        return key;
    }

    async Task<JsonElement> Token(CreateApiKey.Shown key, string? scope = null)
    {
        var answer = await Ask(Form([("client_id", key.Id.ToString()), ("client_secret", key.Secret), .. scope is null ? [] : new[] { ("scope", scope) }]));
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body;
    }

    async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseHeaders Headers)> Ask(FormUrlEncodedContent form, AuthenticationHeaderValue? header = null, string home = "")
    {
        using var http = portal.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{home}/oauth/token", UriKind.Relative)) { Content = form };
        request.Headers.Authorization = header;
        var answer = await http.SendAsync(request, Ct);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Ct), answer.Headers);
    }

    async Task<HttpStatusCode> Read(string token, string home = "")
    {
        using var caller = ApiCaller.With(portal, token);
        return (await caller.Raw(home + Reading)).StatusCode;
    }

    static FormUrlEncodedContent Form(params (string Name, string Value)[] more) =>
        new([new("grant_type", "client_credentials"), .. more.Select(m => new KeyValuePair<string, string>(m.Name, m.Value))]);

    static AuthenticationHeaderValue Basic(string id, string secret) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(id)}:{Uri.EscapeDataString(secret)}")));
}
