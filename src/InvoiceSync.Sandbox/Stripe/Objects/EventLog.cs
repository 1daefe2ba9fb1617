using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Webhooks;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>Every change becomes an event of the account, and one delivery for each endpoint that wants its type.</summary>
static class EventLog
{
    /// <summary>Stripe keeps events for 30 days; older ones answer as if they never were.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public static void Raise(this Books books, string type, JsonObject thing, JsonObject? previous = null)
    {
        var endpoints = books.Delivers ? Endpoints.Wanting(books, type) : [];
        var data = new JsonObject { ["object"] = thing.DeepClone() };
        if (previous is { Count: > 0 }) data["previous_attributes"] = previous.DeepClone();
        var happened = new JsonObject
        {
            ["id"] = books.NewId("event", "evt_"),
            ["object"] = "event",
            ["api_version"] = Books.ApiVersion,
            ["created"] = books.Seconds,
            ["data"] = data,
            ["livemode"] = false,
            ["pending_webhooks"] = endpoints.Count,
            ["request"] = new JsonObject { ["id"] = books.RequestId, ["idempotency_key"] = books.IdempotencyKey },
            ["type"] = type,
        };
        books.Put("event", happened);
        foreach (var endpoint in endpoints) Deliveries.Plan(books, happened, endpoint);
    }

    public static bool IsKept(Row row, Books books) => row.Created >= books.Seconds - (long)Kept.TotalSeconds;

    /// <summary>The values an update overwrote, as <c>previous_attributes</c> lists them; new keys appear as null.</summary>
    public static JsonObject Previous(JsonObject before, JsonObject after)
    {
        var previous = new JsonObject();
        foreach (var (name, value) in after)
            if (!JsonNode.DeepEquals(before[name], value)) previous[name] = before[name]?.DeepClone();
        return previous;
    }
}
