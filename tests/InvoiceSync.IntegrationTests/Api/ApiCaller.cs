using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Access;
using InvoiceSync.IntegrationTests.Fixture;

namespace InvoiceSync.IntegrationTests.Api;

/// <summary>A program that calls the REST API over HTTP with a key.</summary>
sealed class ApiCaller : IDisposable
{
    readonly HttpClient http;

    ApiCaller(HttpClient http, string? key)
    {
        (this.http, Key) = (http, key);
        if (key is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    public string? Key { get; }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ApiCaller> Of(PortalUnderTest portal, Company company, string role = Roles.Owner) =>
        new(portal.Client(), (await portal.Send(company.Owner, new CreateApiKey($"{role} for a test", role))).Secret);

    public static ApiCaller With(PortalUnderTest portal, string? key) => new(portal.Client(), key);

    public async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Get(string path, string? language = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (language is not null) request.Headers.AcceptLanguage.ParseAdd(language);
        return await Read(await http.SendAsync(request, Ct));
    }

    public async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Post(string path, object body) => await Read(await http.PostAsJsonAsync(path, body, Ct));

    public async Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> PostText(string path, string text, string type = "application/json")
    {
        using var content = new StringContent(text, System.Text.Encoding.UTF8, type);
        return await Read(await http.PostAsync(path, content, Ct));
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request) => http.SendAsync(request, Ct);

    public async Task<HttpResponseMessage> Raw(string path) => await http.GetAsync(path, Ct);

    public Task<(HttpStatusCode Status, JsonElement Body, HttpResponseMessage Raw)> Process(string id, string type = "stripe_invoice", string? taxId = null, string? number = null, bool dryRun = false) =>
        Post("/api/invoices/process", new { source_type = type, source_id = id, provider = "anaf", customer_tax_id = taxId, invoice_number = number, dry_run = dryRun });

    public void Dispose() => http.Dispose();

    /// <summary>A refusal without what differs each time: two callers who may not know apart get the very same.</summary>
    public static string Bare(JsonElement problem)
    {
        var bare = JsonNode.Parse(problem.GetRawText())!.AsObject();
        bare.Remove("trace_id");
        return bare.ToJsonString();
    }

    static async Task<(HttpStatusCode, JsonElement, HttpResponseMessage)> Read(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Ct);
        var isJson = answer.Content.Headers.ContentType?.MediaType is "application/json" or "application/problem+json";
        return (answer.StatusCode, isJson ? JsonDocument.Parse(text).RootElement : default, answer);
    }
}

static class Json
{
    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();
}
