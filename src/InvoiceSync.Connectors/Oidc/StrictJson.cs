using System.Text.Json;
using System.Text.Unicode;

namespace InvoiceSync.Connectors.Oidc;

/// <summary>JSON two readers cannot understand differently: valid UTF-8, one object, no property twice, at most eight deep.</summary>
static class StrictJson
{
    static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    public static JsonElement? Object(byte[] utf8)
    {
        if (!Utf8.IsValid(utf8)) return null;
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            // Half a surrogate pair in a name is legal JSON and no text; looking for duplicates trips over it.
            return null;
        }
    }

    public static bool Has(this JsonElement json, string name) => json.TryGetProperty(name, out _);

    /// <summary>The property as text; null when it is absent, of another type, or no text.</summary>
    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.Text() : null;

    public static string? Text(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The property as a finite number; a number written as text is none.</summary>
    public static double? Number(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>The property as a list of texts; null when it is absent or holds anything else.</summary>
    public static IReadOnlyList<string>? Texts(this JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.Array) return null;
        var texts = value.EnumerateArray().Select(Text).OfType<string>().ToList();
        return texts.Count == value.GetArrayLength() ? texts : null;
    }

    public static bool IsTrue(this JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
}
