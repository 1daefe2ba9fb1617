using System.Text.Json;

namespace InvoiceSync.Connectors.Anaf;

/// <summary>The first JSON value of a body. What follows is ignored: ANAF was seen to close one brace too many.</summary>
static class AnafJson
{
    public static JsonElement? Read(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(AnafBody.AsUtf8(body));
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A value as text. Ids come quoted today; unquoted ones mean the same.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind switch
        {
            JsonValueKind.String => Unescaped(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };

    /// <summary>The text of a refusal: "eroare" of the service, or "message" of the server in front of it.</summary>
    public static string? Refusal(this JsonElement element) => element.Text("eroare") ?? element.Text("message");

    // Half a surrogate pair is legal JSON and no text.
    static string? Unescaped(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
