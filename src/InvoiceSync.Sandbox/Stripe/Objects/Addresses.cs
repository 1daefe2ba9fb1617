using System.Text.Json.Nodes;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class Addresses
{
    static readonly string[] Parts = ["city", "country", "line1", "line2", "postal_code", "state"];

    /// <summary>All six parts, absent or empty ones as null; an empty parameter clears the address.</summary>
    public static JsonObject? Read(JsonNode? given)
    {
        if (given is not JsonObject hash) return null;
        var address = new JsonObject();
        foreach (var part in Parts) address[part] = hash[part]?.ToString() is { Length: > 0 } text ? text : null;
        return address;
    }
}
