using System.Net;
using System.Net.Http.Headers;
using System.Text;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>Bodies, queries and methods no honest program sends: each is refused in our own words, never as a fault of ours.</summary>
public sealed class HostileInputTests(PortalUnderTest portal) : IClassFixture<PortalUnderTest>
{
    static readonly string Plain = """{"source_type":"stripe_invoice","source_id":"in_1","provider":"anaf","dry_run":true}""";

    /// <summary>What is wrong, the body, its charset and the status.</summary>
    public static TheoryData<string, byte[], string, int> Bodies => new()
    {
        { "nothing", [], "utf-8", 400 },
        { "no JSON", "<xml/>"u8.ToArray(), "utf-8", 400 },
        { "an array", "[]"u8.ToArray(), "utf-8", 400 },
        { "deeper than anything", Encoding.UTF8.GetBytes("""{"source_type":""" + new string('[', 5000)), "utf-8", 400 },
        { "a name twice", """{"source_type":"stripe_invoice","source_id":"in_1","source_id":"in_2","provider":"anaf"}"""u8.ToArray(), "utf-8", 400 },
        { "a thousand names", Encoding.UTF8.GetBytes($$"""{{{string.Join(',', Enumerable.Range(0, 1000).Select(n => $"\"n{n}\":1"))}}}"""), "utf-8", 400 },
        { "not a number", """{"source_type":NaN}"""u8.ToArray(), "utf-8", 400 },
        { "a number no type holds", """{"source_type":"stripe_invoice","dry_run":1e400}"""u8.ToArray(), "utf-8", 400 },
        { "a number where text belongs", """{"source_type":"stripe_invoice","source_id":1}"""u8.ToArray(), "utf-8", 400 },
        { "half a character", """{"source_type":"stripe_invoice","source_id":"\ud800"}"""u8.ToArray(), "utf-8", 400 },
        { "a NUL", """{"source_type":"stripe_invoice","source_id":"in_\u0000","provider":"anaf"}"""u8.ToArray(), "utf-8", 400 },
        { "bytes that are no UTF-8", [.. """{"source_id":" """u8, 0xFF, 0xFE, .. "\"}"u8], "utf-8", 400 },
        { "UTF-16", Encoding.Unicode.GetBytes(Plain), "utf-16", 400 },
        { "UTF-16 that says it is UTF-8", Encoding.Unicode.GetBytes(Plain), "utf-8", 400 },
        { "an encoding nobody knows", Encoding.UTF8.GetBytes(Plain), "klingon", 400 },
        { "larger than allowed", Encoding.UTF8.GetBytes($$"""{"source_id":"{{new string('x', 20_000)}}"}"""), "utf-8", 413 },
        { "fields of ours", """{"source_type":"stripe_invoice","source_id":"in_1","provider":"anaf","tenant_id":"ten_1","is_admin":true}"""u8.ToArray(), "utf-8", 400 },
        { "fields of the row", """{"source_type":"stripe_invoice","source_id":"in_1","provider":"anaf","id":"inv_1","created_by":"x","row_version":9}"""u8.ToArray(), "utf-8", 400 },
        { "a status", """{"source_type":"stripe_invoice","source_id":"in_1","provider":"anaf","status":"approved"}"""u8.ToArray(), "utf-8", 400 },
        { "a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)], "utf-8", 404 },
        { "nothing at all", Encoding.UTF8.GetBytes(Plain), "utf-8", 404 },
    };

    public static readonly TheoryData<string> Queries =
    [
        "limit=-1", "limit=0", "limit=1000000000", "limit=1e3", "limit=", "limit=%EF%BC%91", "page=-1&limit=x", "starting_after=x", "starting_after=AAAA",
        "starting_after=" + "CN9HJ6qEZgABofuJFnR4Jp6wVwuE30E", "starting_after=%00", "customer_id=%00", "customer_id=%F0%9F", "start_date=0001-01-01", "end_date=9999-12-31",
        "start_date=2026-02-30", "status=%27%20or%201=1--", "state=passwordHash", "state=accepted&state=refused",
    ];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_with(string what, byte[] body, string charset, int status)
    {
        using var http = await Caller();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset };
        using var answer = await http.PostAsync("/api/invoices/process", content, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(status == (int)answer.StatusCode, $"{what}: {(int)answer.StatusCode} {text}");
        AssertOurWords(answer, text);
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_of(string query)
    {
        using var http = await Caller();
        using var answer = await http.GetAsync(new Uri($"/api/stripe/invoices?{query}", UriKind.Relative), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        if (answer.StatusCode != HttpStatusCode.OK) AssertOurWords(answer, text);
        Assert.True(answer.StatusCode is HttpStatusCode.BadRequest || query is "limit=" or "customer_id=%F0%9F" or "limit=%20", $"{(int)answer.StatusCode} {text}");
    }

    [Theory]
    [InlineData("TRACE", "/api/stripe/invoices", null)]
    [InlineData("TRACE", "/sign-in", null)]
    [InlineData("HEAD", "/api/invoices/process", null)]
    [InlineData("DELETE", "/api/stripe/invoices", null)]
    [InlineData("POST", "/api/stripe/invoices", "DELETE")]
    [InlineData("GET", "/api/invoices/process", "POST")]
    [InlineData("BREW", "/api/stripe/invoices", null)]
    public async Task A_method_that_is_not_meant_reaches_nothing(string method, string path, string? pretended)
    {
        using var http = await Caller();
        using var request = new HttpRequestMessage(new(method), new Uri(path, UriKind.Relative));
        foreach (var name in (string[])["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
            if (pretended is not null) request.Headers.Add(name, pretended);
        using var answer = await http.SendAsync(request, Ct);
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed || answer.Headers.Location?.OriginalString.StartsWith("/sign-in?", StringComparison.Ordinal) == true, $"{answer.StatusCode}");
        Assert.DoesNotContain("isk_", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    async Task<HttpClient> Caller()
    {
        var http = portal.Client();
        http.DefaultRequestHeaders.Authorization = new("Bearer", await Key());
        return http;
    }

    async Task<string> Key() => key ??= (await ApiCaller.Of(portal, await Company.Create(portal, "hostile-input", hooked: false))).Key!;

    static string? key;

    static void AssertOurWords(HttpResponseMessage answer, string text)
    {
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"code\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", text, StringComparison.Ordinal);
    }
}
