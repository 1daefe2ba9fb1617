using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Sandbox;

/// <summary>A running practice world and the hands to use it.</summary>
sealed class Practice : IAsyncDisposable
{
    readonly PracticeWorld world;

    Practice(PracticeWorld world)
    {
        this.world = world;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = world.Address, Timeout = TimeSpan.FromSeconds(30) };
    }

    public HttpClient Http { get; }

    public Uri Address => world.Address;

    /// <summary>Uploads are judged at once unless a test wants to see them in work.</summary>
    public static async Task<Practice> Start(PracticeOptions? options = null) => new(await PracticeWorld.Start(
        options ?? new PracticeOptions { AnafProcessing = TimeSpan.Zero, AnafListLag = TimeSpan.Zero, StripeCallsPerSecond = 0 }, TestContext.Current.CancellationToken));

    public StripeHand Stripe(string account = "demo") => new(Http, $"sk_test_practice_{account}");

    public async Task<AnafHand> Anaf(params string[] cifs)
    {
        var body = cifs.Length == 0 ? new JsonObject() : new JsonObject { ["cifs"] = new JsonArray([.. cifs.Select(cif => JsonValue.Create(cif))]) };
        var tokens = await Control("anaf/tokens", body);
        return new AnafHand(Http, (string)tokens["access_token"]!);
    }

    public async Task<JsonObject> Control(string call, JsonObject body)
    {
        using var response = await Http.PostAsJsonAsync($"/practice/{call}", body, TestContext.Current.CancellationToken);
        var answer = await Read(response);
        Assert.True(response.StatusCode == HttpStatusCode.OK, answer.ToJsonString());
        return answer;
    }

    public async Task<JsonObject> Look(string call)
    {
        using var response = await Http.GetAsync($"/practice/{call}", TestContext.Current.CancellationToken);
        return await Read(response);
    }

    public static async Task<JsonObject> Read(HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))!.AsObject();

    /// <summary>Waits for a condition, never for a time.</summary>
    public static async Task Until(Func<Task<bool>> condition, string what)
    {
        var deadline = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(deadline) < TimeSpan.FromSeconds(20), $"never happened: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await world.DisposeAsync();
    }

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);
}
