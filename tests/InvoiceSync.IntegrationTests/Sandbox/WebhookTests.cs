using System.Text.Json.Nodes;
using InvoiceSync.Sandbox;

namespace InvoiceSync.IntegrationTests.Sandbox;

public sealed class WebhookTests
{
    static readonly PracticeOptions Quick = new() { StripeCallsPerSecond = 0, WebhookPause = TimeSpan.FromMilliseconds(10) };

    [Fact]
    public async Task A_change_reaches_the_endpoint_signed_with_the_secret_only_create_told()
    {
        await using var practice = await Practice.Start(Quick);
        await using var catcher = await HookCatcher.Start();
        var endpoint = await Listen(practice, catcher, "customer.created");
        Assert.False((await practice.Stripe().Get($"/v1/webhook_endpoints/{endpoint["id"]}")).ContainsKey("secret"));
        await practice.Stripe().Customer();
        await Practice.Until(() => catcher.Has(1), "a delivery");
        var caught = Assert.Single(catcher.All);
        Assert.Equal("customer.created", (string?)caught.Event["type"]);
        Assert.True(caught.IsSignedWith((string)endpoint["secret"]!));
        Assert.False(caught.IsSignedWith("whsec_other"));
    }

    [Fact]
    public async Task While_a_secret_is_rolled_both_sign()
    {
        await using var practice = await Practice.Start(Quick);
        await using var catcher = await HookCatcher.Start();
        var endpoint = await Listen(practice, catcher, "customer.created");
        var rolled = await practice.Control("webhooks/roll", new JsonObject { ["account"] = "demo", ["endpoint"] = (string)endpoint["id"]! });
        await practice.Stripe().Customer();
        await Practice.Until(() => catcher.Has(1), "a delivery");
        Assert.True(catcher.All.Single().IsSignedWith((string)endpoint["secret"]!));
        Assert.True(catcher.All.Single().IsSignedWith((string)rolled["secret"]!));
    }

    [Fact]
    public async Task A_refused_delivery_comes_again_until_it_is_taken()
    {
        await using var practice = await Practice.Start(Quick);
        await using var catcher = await HookCatcher.Start();
        catcher.Answer = call => call switch { 1 => 500, 2 => 302, _ => 200 };
        await Listen(practice, catcher, "customer.created");
        await practice.Stripe().Customer();
        await Practice.Until(async () => (string?)(await Deliveries(practice))[0]!["state"] == "delivered", "the third attempt is taken");
        Assert.Equal(3, catcher.All.Count);
        Assert.Single(catcher.All.Select(caught => caught.Id).Distinct());
    }

    [Fact]
    public async Task Dials_double_drop_and_hold_back_deliveries()
    {
        await using var practice = await Practice.Start(Quick);
        await using var catcher = await HookCatcher.Start();
        await Listen(practice, catcher, "customer.created");
        await Fault(practice, "duplicate");
        await practice.Stripe().Customer();
        await Practice.Until(() => catcher.Has(2), "the same event twice");
        Assert.Single(catcher.All.Select(caught => caught.Id).Distinct());

        await Fault(practice, "drop");
        await practice.Stripe().Customer();
        await Practice.Until(async () => (await Deliveries(practice)).Any(delivery => (string?)delivery!["state"] == "dropped"), "one is dropped");

        await Fault(practice, "out_of_order", delayMs: 300);
        await practice.Stripe().Customer();
        await practice.Stripe().Customer();
        await Practice.Until(() => catcher.Has(4), "two more");
        var order = catcher.All.Skip(2).Select(caught => caught.Id).ToList();
        var made = (await Deliveries(practice)).Select(delivery => (string)delivery!["event"]!).ToList();
        Assert.Equal([made[3], made[2]], order);
    }

    [Fact]
    public async Task Only_this_machine_can_be_called_back()
    {
        await using var practice = await Practice.Start(Quick);
        var error = await practice.Stripe().Refused(System.Net.HttpStatusCode.BadRequest, HttpMethod.Post, "/v1/webhook_endpoints",
            ("url", "https://example.com/hook"), ("enabled_events[]", "*"));
        Assert.Equal("url_invalid", (string?)error["code"]);
    }

    static Task<JsonObject> Listen(Practice practice, HookCatcher catcher, string type) =>
        practice.Stripe().Post("/v1/webhook_endpoints", ("url", $"{catcher.Address}hook"), ("enabled_events[0]", type), ("api_version", "2026-10-28.endive"));

    static Task<JsonObject> Fault(Practice practice, string kind, int delayMs = 1000) =>
        practice.Control("faults", new JsonObject { ["target"] = "webhooks", ["kind"] = kind, ["count"] = 1, ["delayMs"] = delayMs });

    static async Task<JsonArray> Deliveries(Practice practice) => (await practice.Look("log"))["deliveries"]!.AsArray();
}
