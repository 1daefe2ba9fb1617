using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Rest;

/// <summary>Which pages of other sites may call, by company; and a company's own hourly limit.</summary>
[Collection(RestPortal.Name)]
public sealed class CorsV1Tests(PortalUnderTest portal)
{
    const string Shop = "https://shop.example.com";
    const string Local = "http://localhost:5173";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_may_call_where_the_company_of_the_key_allows_its_origin_and_nowhere_else()
    {
        var (one, other) = (await Company.Create(portal, "v1-cors", hooked: false), await Company.Create(portal, "v1-cors-other", hooked: false));
        await portal.Send(one.Owner, new SetWebOrigins(["HTTPS://Shop.Example.com:443/", Local]));
        Assert.Equal([Local, Shop], await portal.Ask(one.Owner, new ListWebOrigins()));
        Assert.True(await portal.Ask(one.Owner, new MayCallFrom(Shop)));
        Assert.False(await portal.Ask(other.Owner, new MayCallFrom(Shop)));
        Assert.True((await portal.Send(InvoiceSync.Kernel.Caller.Nobody, new IsOriginKnown(Shop))).IsKnown);

        using var asked = await Call(HttpMethod.Options, "/v1/customers", Shop, null);
        Assert.Equal((HttpStatusCode.NoContent, Shop, "GET, POST, PUT, PATCH, DELETE", "600"), (asked.StatusCode, Header(asked, "Access-Control-Allow-Origin"), Header(asked, "Access-Control-Allow-Methods"), Header(asked, "Access-Control-Max-Age")));
        Assert.Contains("Idempotency-Key", Header(asked, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.Null(Header(asked, "Access-Control-Allow-Credentials"));
        foreach (var origin in (string[])["https://evil.example.com", "https://shop.example.com.evil.example", "http://shop.example.com", "https://shop.example.com:8443", "null"])
        {
            using var refused = await Call(HttpMethod.Options, "/v1/customers", origin, null);
            Assert.Equal((origin, (string?)null), (origin, Header(refused, "Access-Control-Allow-Origin")));
        }

        var (mine, theirs) = (await Key(one), await Key(other));
        foreach (var (key, origin, path, expected) in new[] { (mine, Shop, "/v1/customers", Shop), (mine, Shop, "/api/v1/customers/cus_x", Shop), (mine, "https://evil.example.com", "/v1/customers", null), (theirs, Shop, "/v1/customers", null), (mine, null, "/v1/customers", null) })
        {
            using var answer = await Call(HttpMethod.Get, path, origin, key);
            Assert.Equal((path, expected, expected is not null), (path, Header(answer, "Access-Control-Allow-Origin"), Header(answer, "Access-Control-Expose-Headers")?.Contains("ETag", StringComparison.Ordinal) == true));
            Assert.Contains("Origin", Header(answer, "Vary"), StringComparison.Ordinal);
        }

        using var elsewhere = await Call(HttpMethod.Options, "/api/stripe/invoices", Shop, null);
        Assert.Null(Header(elsewhere, "Access-Control-Allow-Origin"));

        await portal.Send(one.Owner, new SetWebOrigins([]));
        using var gone = await Call(HttpMethod.Get, "/v1/customers", Shop, mine);
        Assert.Null(Header(gone, "Access-Control-Allow-Origin"));
        Assert.Equal(2L, await Database.Ask(portal.Database.Platform, $"select count(*) from audit.log where event_type = 'web_origins.changed' and tenant_id = '{one.Id.Value}'", Ct));
    }

    [Fact]
    public async Task What_is_no_origin_is_refused_whole()
    {
        var company = await Company.Create(portal, "v1-cors-wrong", hooked: false);
        foreach (var wrong in (string[])["*", "https://*.example.com", "http://shop.example.com", "https://shop.example.com/path", "https://shop.example.com?x", "https://a@shop.example.com", "shop.example.com", "null", "ftp://localhost", "https://шоп.example"])
            Assert.Equal((wrong, "web_origin.invalid"), (wrong, (await portal.As(company.Owner, d => d.Send(new SetWebOrigins([Shop, wrong]), Ct))).Error?.Code));
        Assert.Equal("web_origin.exceeded", (await portal.As(company.Owner, d => d.Send(new SetWebOrigins([.. Enumerable.Range(0, 21).Select(n => $"https://s{n}.example.com")]), Ct))).Error?.Code);
        Assert.Empty(await portal.Ask(company.Owner, new ListWebOrigins()));
    }

    [Fact]
    public async Task A_company_has_the_hourly_limit_it_was_given_and_every_answer_tells_it()
    {
        var company = await Company.Create(portal, "v1-own-budget", hooked: false);
        await portal.Send(company.Owner, new SetWebOrigins([Shop]));
        await Database.Ask(portal.Database.Owner, $"update tenancy.tenants set requests_per_hour = 2 where id = '{company.Id.Value}'", Ct);
        var key = await Key(company);
        foreach (var left in (string[])["1", "0"])
        {
            using var answer = await Call(HttpMethod.Get, "/v1/customers", null, key);
            Assert.Equal((HttpStatusCode.OK, "2", left), (answer.StatusCode, Header(answer, "RateLimit-Limit"), Header(answer, "RateLimit-Remaining")));
        }

        using var over = await Call(HttpMethod.Get, "/v1/customers", Shop, key);
        Assert.Equal((HttpStatusCode.TooManyRequests, Shop), (over.StatusCode, Header(over, "Access-Control-Allow-Origin")));
        Assert.Contains("Retry-After", Header(over, "Access-Control-Expose-Headers"), StringComparison.Ordinal);
        using var keyless = await Call(HttpMethod.Get, "/v1/customers", Shop, null);
        Assert.Equal((HttpStatusCode.Unauthorized, "*"), (keyless.StatusCode, Header(keyless, "Access-Control-Allow-Origin")));
        Assert.NotNull(await Record.ExceptionAsync(() => Database.Ask(portal.Database.Owner, $"update tenancy.tenants set requests_per_hour = 0 where id = '{company.Id.Value}'", Ct)));
    }

    async Task<HttpResponseMessage> Call(HttpMethod method, string path, string? origin, string? key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (origin is not null) request.Headers.Add("Origin", origin);
        if (method == HttpMethod.Options) request.Headers.Add("Access-Control-Request-Method", "POST");
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        return await portal.Client().SendAsync(request, Ct);
    }

    async Task<string> Key(Company company) => (await portal.Send(company.Owner, new CreateApiKey("page"))).Secret;

    static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
