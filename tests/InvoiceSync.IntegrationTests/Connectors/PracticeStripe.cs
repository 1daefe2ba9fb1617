using System.Net.Http.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Connectors.Stripe;
using InvoiceSync.Kernel;
using InvoiceSync.Sandbox;
using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.IntegrationTests.Connectors;

/// <summary>A practice world and the connector as the product composes it, with nothing but a socket between them.</summary>
sealed class PracticeStripe : IAsyncDisposable
{
    readonly PracticeWorld world;
    readonly ServiceProvider services;
    readonly HttpClient controls;

    PracticeStripe(PracticeWorld world, TimeSpan? patience)
    {
        this.world = world;
        controls = new() { BaseAddress = new(world.Address, "/practice/") };
        var collection = new ServiceCollection().AddLogging().AddStripe();
        if (patience is { } shorter) collection.AddHttpClient(StripeConnector.Provider, http => http.Timeout = shorter);
        services = collection.BuildServiceProvider();
    }

    public SourceAccount Account => new(new TenantId(Guid.Empty), Guid.Empty, new(world.Address, "/stripe"), "sk_test_practice_demo", false, StripeConnector.ApiVersion);

    public ISalesSource Sales => services.GetRequiredKeyedService<ISalesSource>(StripeConnector.Provider);

    public IInboundHook Hook => services.GetRequiredKeyedService<IInboundHook>(StripeConnector.Provider);

    public StripeClient Client => services.GetRequiredService<StripeClient>();

    public static async Task<PracticeStripe> Start(CancellationToken ct, TimeSpan? patience = null) =>
        new(await PracticeWorld.Start(new PracticeOptions(), ct), patience);

    /// <summary>Sells, and answers the receipts: kind, object, id and more.</summary>
    public async Task<IReadOnlyList<JsonObject>> Sell(string kind, int count, CancellationToken ct) =>
        [.. (await Post("sales", new { account = "demo", kind, count }, ct))["sales"]!.AsArray().Select(sale => sale!.AsObject())];

    public Task<JsonObject> Break(object dial, CancellationToken ct) => Post("faults", dial, ct);

    public async Task<JsonObject> Post(string control, object body, CancellationToken ct)
    {
        using var answer = await controls.PostAsJsonAsync(control, body, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        controls.Dispose();
        await services.DisposeAsync();
        await world.DisposeAsync();
    }
}
