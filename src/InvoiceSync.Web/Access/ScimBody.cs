using System.Text.Json;

namespace InvoiceSync.Web.Access;

/// <summary>Reads SCIM's JSON, whose attribute names have no case. Bent or oversized bodies are refused in SCIM's words.</summary>
static class ScimBody
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static async Task<IResult> With(HttpContext http, Func<JsonElement, Task<IResult>> then)
    {
        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, Strict, http.RequestAborted);
            if (document.RootElement.ValueKind != JsonValueKind.Object) throw new ScimRefusedException("invalidSyntax", "The body has to be a JSON object.");
            return await then(document.RootElement);
        }
        catch (JsonException)
        {
            return ScimAnswer.Refuse(StatusCodes.Status400BadRequest, "invalidSyntax", "The body is not the JSON that is expected here.");
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ScimAnswer.Refuse(large.StatusCode, null, "The body is too large.");
        }
        catch (ScimRefusedException why)
        {
            return ScimAnswer.Refuse(why);
        }
    }

    public static JsonElement? Get(this JsonElement value, string name)
    {
        if (value.ValueKind != JsonValueKind.Object) return null;
        var found = value.EnumerateObject().Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(2).ToList();
        if (found.Count > 1) throw new ScimRefusedException("invalidSyntax", $"{name} is given twice.");
        return found is [{ Value.ValueKind: not JsonValueKind.Null } one] ? one.Value : null;
    }

    public static string? Text(this JsonElement value, string name) => value.Get(name) is { } found ? Text(found) : null;

    /// <summary>Lone halves of surrogate pairs and NUL are no text a database can hold.</summary>
    public static string Text(JsonElement value)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !text.Contains('\0', StringComparison.Ordinal)) return text;
        }
        catch (InvalidOperationException)
        {
            // A half of a pair: refused with the rest.
        }

        throw new ScimRefusedException("invalidValue", "A text is expected here.");
    }

    /// <summary>Some directories write a truth value as text.</summary>
    public static bool Truth(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String when bool.TryParse(Text(value), out var truth) => truth,
        _ => throw new ScimRefusedException("invalidValue", "true or false is expected here."),
    };

    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
}
