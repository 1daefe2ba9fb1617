using System.Globalization;
using System.Text.Json;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>The few fields of an event while it is being read. Snapshots carry data.object; thin ones related_object.</summary>
sealed class EventParts
{
    const int LongestId = 255;
    const string Thin = "v2.core.event";

    string? id, shape, type, apiVersion, account, context, snapshot;
    string? objectId, objectType, thinId, thinType;
    string? invoice, charge, latestCharge;
    DateTimeOffset? created;
    bool? live;

    public void Take(ref Utf8JsonReader json)
    {
        if (json.ValueTextEquals("id"u8)) id = Text(ref json);
        else if (json.ValueTextEquals("object"u8)) shape = Text(ref json);
        else if (json.ValueTextEquals("type"u8)) type = Text(ref json);
        else if (json.ValueTextEquals("api_version"u8)) apiVersion = Text(ref json);
        else if (json.ValueTextEquals("account"u8)) account = Text(ref json);
        else if (json.ValueTextEquals("context"u8)) context = Text(ref json);
        else if (json.ValueTextEquals("snapshot_event"u8)) snapshot = Text(ref json);
        else if (json.ValueTextEquals("created"u8)) created = Instant(ref json);
        else if (json.ValueTextEquals("livemode"u8)) live = Flag(ref json);
        else if (json.ValueTextEquals("data"u8)) TakeData(ref json);
        else if (json.ValueTextEquals("related_object"u8)) TakeRelated(ref json);
        else Pass(ref json);
    }

    public HookReading ToReading()
    {
        var thin = shape == Thin;
        if (!thin && shape != "event") return Unreadable($"It is {(shape is null ? "nothing we know" : $"a {shape}")}, not an event.");
        if (string.IsNullOrEmpty(id) || string.IsNullOrEmpty(type)) return Unreadable("An event needs an id and a type.");
        if (created is not { } at || live is not { } isLive) return Unreadable("An event needs created and livemode.");

        var named = thin ? thinId : objectId;
        if (id.Length > LongestId || named?.Length > LongestId || Related?.Length > LongestId) return Unreadable("An id is longer than 255 characters.");
        if (apiVersion?.Length > LongestId) return Unreadable("Its API version is longer than 255 characters.");
        // No database keeps a NUL in text, and Stripe writes none.
        if (((string?[])[id, type, apiVersion, named, thin ? thinType : objectType, Related, account ?? context]).Any(t => t?.Contains('\0', StringComparison.Ordinal) == true))
            return Unreadable("Its names hold characters that are none.");

        // The thin twin of invoice.paid is called v1.invoice.paid.
        return new HookReading.Envelope(
            new(id, type.StartsWith("v1.", StringComparison.Ordinal) ? type[3..] : type, (thin ? thinType : objectType) ?? "", named)
            {
                AccountId = account ?? context,
                Live = isLive,
                ApiVersion = apiVersion,
                CreatedAt = at,
                IsThin = thin,
                SnapshotEventId = snapshot,
                RelatedId = Related,
            });
    }

    string? Related => objectType switch
    {
        "invoice_payment" or "credit_note" => invoice,
        "payment_intent" => latestCharge,
        "refund" or "dispute" => charge,
        _ => null,
    };

    void TakeData(ref Utf8JsonReader json)
    {
        if (!Opens(ref json)) return;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("object"u8)) TakeObject(ref json);
            else Pass(ref json);
        }
    }

    void TakeObject(ref Utf8JsonReader json)
    {
        if (!Opens(ref json)) return;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8)) objectId = Text(ref json);
            else if (json.ValueTextEquals("object"u8)) objectType = Text(ref json);
            else if (json.ValueTextEquals("invoice"u8)) invoice = Reference(ref json);
            else if (json.ValueTextEquals("charge"u8)) charge = Reference(ref json);
            else if (json.ValueTextEquals("latest_charge"u8)) latestCharge = Reference(ref json);
            else Pass(ref json);
        }
    }

    void TakeRelated(ref Utf8JsonReader json)
    {
        if (!Opens(ref json)) return;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8)) thinId = Text(ref json);
            else if (json.ValueTextEquals("type"u8)) thinType = Text(ref json);
            else Pass(ref json);
        }
    }

    // An expandable field is the id, or the whole object with its id inside.
    static string? Reference(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) return json.GetString();
        string? found = null;
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8)) found = Text(ref json);
            else Pass(ref json);
        }

        return found;
    }

    static bool Opens(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.StartObject) return true;
        json.Skip();
        return false;
    }

    static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String) return json.GetString();
        json.Skip();
        return null;
    }

    static bool? Flag(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType is JsonTokenType.True or JsonTokenType.False) return json.GetBoolean();
        json.Skip();
        return null;
    }

    // v1 writes seconds, v2 writes ISO 8601.
    static DateTimeOffset? Instant(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt64(out var seconds)) return StripeTime.Of(seconds);
        if (json.TokenType == JsonTokenType.String && DateTimeOffset.TryParse(json.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
            return at.ToUniversalTime();
        json.Skip();
        return null;
    }

    static void Pass(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }

    static HookReading.Unreadable Unreadable(string why) => new(why);
}
