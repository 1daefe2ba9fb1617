using System.Text.Json;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>Reads the envelope of an event in one pass, touching only what routes it. Every API version since 2017 fits.</summary>
static class StripeEnvelopes
{
    public static HookReading Read(ReadOnlySpan<byte> body)
    {
        var parts = new EventParts();
        try
        {
            var json = new Utf8JsonReader(body);
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return Unreadable("It is not a JSON object.");
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName) parts.Take(ref json);
            json.Read(); // refuses anything behind the object
        }
        catch (JsonException broken)
        {
            return Unreadable($"It is not JSON: {broken.Message}");
        }
        catch (InvalidOperationException)
        {
            return Unreadable("Its text is not valid UTF-8.");
        }

        return parts.ToReading();
    }

    static HookReading.Unreadable Unreadable(string why) => new(why);
}
