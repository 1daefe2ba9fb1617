using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Objects;

namespace InvoiceSync.Sandbox.Stripe.Webhooks;

/// <summary>One row per event and endpoint, with every attempt; kept, so that a restart goes on where it stopped.</summary>
static class Deliveries
{
    public const string Pending = "pending", Delivered = "delivered", Failed = "failed", Dropped = "dropped", Canceled = "canceled";

    public static void Plan(Books books, JsonObject happened, string endpoint)
    {
        var id = (string)happened["id"]!;
        books.Put("delivery", new JsonObject
        {
            ["id"] = $"{id}:{endpoint}",
            ["created"] = books.Seconds,
            ["event"] = id,
            ["endpoint"] = endpoint,
            ["type"] = (string)happened["type"]!,
            ["state"] = Pending,
            ["due"] = books.Now.ToUnixTimeMilliseconds(),
            ["attempts"] = new JsonArray(),
        });
    }
}
