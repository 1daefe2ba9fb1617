using System.Text.Json;

namespace InvoiceSync.Web.Hosting.Practice;

/// <summary>The practice world's own controls: accounts, made-up sales, tokens without a certificate.</summary>
sealed class PracticeControls(IHttpClientFactory clients, PracticeHost host)
{
    public const string Client = "practice";

    public async Task<JsonElement> Post(string path, object body, CancellationToken ct)
    {
        var http = clients.CreateClient(Client);
        using var answer = await http.PostAsJsonAsync(new Uri(host.Address!, $"/practice/{path}"), body, ct);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return answer.IsSuccessStatusCode ? json : throw new HttpRequestException($"The practice world refused {path}: {json}");
    }

    /// <summary>Opens a webhook endpoint at the practice Stripe and answers its secret.</summary>
    public async Task<string> OpenEndpoint(string key, Uri hook, CancellationToken ct)
    {
        var http = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(host.Address!, "/stripe/v1/webhook_endpoints"))
        {
            Content = new FormUrlEncodedContent([new("url", hook.AbsoluteUri), new("enabled_events[]", "*"), new("api_version", "2026-10-28.endive")]),
        };
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await http.SendAsync(request, ct);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return json.GetProperty("secret").GetString()!;
    }
}
