using System.Net.Http.Json;
using System.Text.Json;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>Opens a webhook endpoint at the practice Stripe, as an owner would in Stripe's dashboard.</summary>
static class StripeEndpoint
{
    public static async Task<string> Open(Uri world, string key, Uri hook, CancellationToken ct)
    {
        using var http = new HttpClient { BaseAddress = world };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var form = new FormUrlEncodedContent([new("url", hook.AbsoluteUri), new("enabled_events[]", "*"), new("api_version", "2026-10-28.endive")]);
        using var answer = await http.PostAsync(new Uri("/stripe/v1/webhook_endpoints", UriKind.Relative), form, ct);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("secret").GetString()!;
    }
}
