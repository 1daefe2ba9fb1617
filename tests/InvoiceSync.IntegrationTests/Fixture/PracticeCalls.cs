using System.Net.Http.Json;
using System.Text.Json;

namespace InvoiceSync.IntegrationTests.Fixture;

/// <summary>The practice world's controls, from a test.</summary>
public sealed class PracticeCalls(Uri world) : IDisposable
{
    readonly HttpClient http = new() { BaseAddress = new Uri(world, "/practice/"), Timeout = TimeSpan.FromMinutes(2) };

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task<JsonElement> Post(string path, object body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public async Task<JsonElement> Get(string path) => await http.GetFromJsonAsync<JsonElement>(path, Ct);

    public async Task NoFaults() => (await http.DeleteAsync(new Uri("faults", UriKind.Relative), Ct)).EnsureSuccessStatusCode();

    /// <summary>Makes sales and answers their Stripe ids.</summary>
    public async Task<IReadOnlyList<string>> Sell(string account, string kind = "company", int count = 1)
    {
        var made = await Post("sales", new { account, kind, count });
        return [.. made.GetProperty("sales").EnumerateArray().Select(s => s.GetProperty(kind == "charge" ? "charge" : "id").GetString()!)];
    }

    public void Dispose() => http.Dispose();
}
