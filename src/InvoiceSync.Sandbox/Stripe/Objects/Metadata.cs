using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

/// <summary>At most 50 keys of 40 characters, values of 500; an empty value deletes its key, an empty hash all.</summary>
static class Metadata
{
    public static void Apply(Parameters given, JsonObject thing)
    {
        var metadata = thing["metadata"] as JsonObject ?? [];
        thing["metadata"] = metadata;
        if (!given.Has("metadata")) return;
        if (given.Root["metadata"] is not JsonObject changes) { metadata.Clear(); return; }
        foreach (var (key, value) in changes)
        {
            var text = value!.ToString();
            if (key.Length > 40) throw StripeRefusal.Invalid($"Metadata keys must be 40 characters or less: {key}", $"metadata[{key}]");
            if (text.Length > 500) throw StripeRefusal.Invalid("Metadata values can have up to 500 characters.", $"metadata[{key}]");
            if (text.Length == 0) metadata.Remove(key);
            else metadata[key] = text;
        }
        if (metadata.Count > 50) throw StripeRefusal.Invalid("Metadata can have up to 50 keys.", "metadata");
    }
}
