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

    /// <summary>What arrived at the practice mail server from one account, newest first.</summary>
    public async Task<IReadOnlyList<PracticeMail>> Mails(string account, CancellationToken ct)
    {
        if (host.Address is not { } world) return [];
        var told = await clients.CreateClient(Client).GetFromJsonAsync<JsonElement>(new Uri(world, $"/practice/mail/{Uri.EscapeDataString(account)}"), ct);
        return told.GetProperty("mails").Deserialize<IReadOnlyList<PracticeMail>>(JsonSerializerOptions.Web) ?? [];
    }

    /// <summary>Points the account's webhook endpoint at this portal, which may listen elsewhere than last time. The secret, when it is a new one.</summary>
    public async Task<string?> PointEndpoint(string key, Uri hook, CancellationToken ct)
    {
        var known = await Stripe(HttpMethod.Get, "webhook_endpoints", key, [], ct);
        var ours = known.GetProperty("data").EnumerateArray().FirstOrDefault(e => new Uri(e.GetProperty("url").GetString()!).AbsolutePath == hook.AbsolutePath);
        var url = new KeyValuePair<string, string>("url", hook.AbsoluteUri);
        if (ours.ValueKind == JsonValueKind.Object)
        {
            await Stripe(HttpMethod.Post, $"webhook_endpoints/{ours.GetProperty("id").GetString()}", key, [url], ct);
            return null;
        }

        var made = await Stripe(HttpMethod.Post, "webhook_endpoints", key, [url, new("enabled_events[]", "*"), new("api_version", "2026-10-28.endive")], ct);
        return made.GetProperty("secret").GetString();
    }

    async Task<JsonElement> Stripe(HttpMethod method, string path, string key, IReadOnlyList<KeyValuePair<string, string>> form, CancellationToken ct)
    {
        var http = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(method, new Uri(host.Address!, $"/stripe/v1/{path}"));
        if (form.Count > 0) request.Content = new FormUrlEncodedContent(form);
        request.Headers.Authorization = new("Bearer", key);
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
    }
}
