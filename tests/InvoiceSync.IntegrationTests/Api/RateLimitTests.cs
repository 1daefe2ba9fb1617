using System.Net;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>Ways around the limits, each tried against a portal with small ones.</summary>
public sealed class RateLimitTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task However_the_path_is_written_it_is_the_same_key_that_calls()
    {
        // Twenty calls, then one a minute: however slow the machine, the rest is refused.
        await using var node = await Node("RequestsPerMinute=1", "Burst=20");
        var company = await Company.Create(portal, "path-forms", hooked: false);
        var key = await portal.Send(company.Owner, new CreateApiKey("paths"));
        string[] forms =
        [
            "/api/stripe/invoices", "/API/stripe/invoices", "/api/Stripe/Invoices", "/api/stripe/invoices/", "/api/%73tripe/invoices", "/%61pi/stripe/invoices", "/api/stripe/charges", "/api/nothing",
            $"/t/{company.Slug}/api/stripe/invoices", "/api/stripe/invoices?limit=1",
        ];
        var answers = new List<HttpStatusCode>();
        for (var n = 0; n < 50; n++) answers.Add(await Status(node, forms[n % forms.Length], key.Secret, $"203.0.113.{n}"));
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(20));
        Assert.InRange(answers.Skip(20).Count(a => a == HttpStatusCode.TooManyRequests), 28, 30);
    }

    [Fact]
    public async Task Many_keys_of_one_company_share_what_the_company_may()
    {
        await using var node = await Node("TenantRequestsPerMinute=120");
        var company = await Company.Create(portal, "many-keys", hooked: false);
        var keys = new List<string>();
        for (var n = 0; n < 8; n++) keys.Add((await portal.Send(company.Owner, new CreateApiKey($"key {n}"))).Secret);
        // Twenty-five for each key, which alone may a hundred at once.
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Status(node, "/api/stripe/invoices", keys[n % keys.Count], null)));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Contains(HttpStatusCode.OK, answers);
    }

    [Fact]
    public async Task A_stranger_who_names_another_address_each_time_is_still_one_stranger()
    {
        await using var node = await Node("AddressRequestsPerMinute=60");
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(n => Status(node, n % 2 == 0 ? "/api/stripe/invoices" : "/.well-known/oauth-authorization-server", null, $"198.51.100.{n}")));
        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [Fact]
    public async Task A_key_in_the_address_is_refused_even_beside_one_in_the_header()
    {
        var company = await Company.Create(portal, "exposed", hooked: false);
        using var api = await ApiCaller.Of(portal, company);
        foreach (var name in (string[])["api_key", "access_token", "key", "whatever"])
        {
            var answer = await api.Get($"/api/stripe/invoices?{name}={api.Key}");
            Assert.Equal((HttpStatusCode.BadRequest, "api_key.exposed"), (answer.Status, answer.Body.Text("code")));
        }
    }

    Task<PortalNode> Node(params string[] api) =>
        PortalNode.Start(portal.Database, portal.World.Address, null, [.. api.Select(a => $"--InvoiceSync:Api:{a}"), "--InvoiceSync:Roles=api"]);

    static async Task<HttpStatusCode> Status(PortalNode node, string path, string? key, string? from)
    {
        using var http = node.Client(cookies: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        if (from is not null) request.Headers.TryAddWithoutValidation("X-Forwarded-For", from);
        using var answer = await http.SendAsync(request, Ct);
        return answer.StatusCode;
    }
}
