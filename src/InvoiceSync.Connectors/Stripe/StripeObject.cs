using System.Globalization;
using System.Text.Json;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// A Stripe object being read. Unknown fields are ignored; a required one that is missing, or one of another kind than
/// documented, is an error that names the object and the field, never a silent null.
/// </summary>
readonly struct StripeObject(JsonElement json, string name)
{
    public string Id => Text("id");

    public string Name => name;

    public bool IsDeleted => Flag("deleted");

    public string ToJson() => json.GetRawText();

    public static StripeObject Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            return json.ValueKind == JsonValueKind.Object ? new(json, Describe(json)) : throw new StripeShapeException("The answer is not a JSON object.");
        }
        catch (JsonException broken)
        {
            throw new StripeShapeException($"The answer is not JSON: {broken.Message}");
        }
    }

    public string Text(string field) => TextOrNone(field) ?? throw Missing(field);

    public string? TextOrNone(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Decode(text, field),
        _ => throw Odd(field),
    };

    public long Whole(string field) => WholeOrNone(field) ?? throw Missing(field);

    public long? WholeOrNone(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var value) => value,
        _ => throw Odd(field),
    };

    /// <summary>Decimals are strings in Stripe's *_decimal fields and numbers in percentages.</summary>
    public decimal? DecimalOrNone(string field) => Find(field) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } number when number.TryGetDecimal(out var value) => value,
        { ValueKind: JsonValueKind.String } text when decimal.TryParse(text.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => value,
        _ => throw Odd(field),
    };

    public bool Flag(string field) => Find(field) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True or JsonValueKind.False } flag => flag.GetBoolean(),
        _ => throw Odd(field),
    };

    public bool RequiredFlag(string field) => Find(field) is null ? throw Missing(field) : Flag(field);

    public DateTimeOffset? InstantOrNone(string field) => WholeOrNone(field) is { } seconds ? StripeTime.Of(seconds) ?? throw Odd(field) : null;

    public DateTimeOffset Instant(string field) => InstantOrNone(field) ?? throw Missing(field);

    public StripeObject? Inner(string field) => Find(field) switch
    {
        { ValueKind: JsonValueKind.Object } inner => new(inner, $"{name}.{field}"),
        _ => null,
    };

    /// <summary>The id in an expandable field, whether it came expanded or not.</summary>
    public string? Reference(string field) => Inner(field) is { } whole ? whole.TextOrNone("id") : TextOrNone(field);

    /// <summary>Objects of a plain array or of a list object; none when the field is absent or null.</summary>
    public IReadOnlyList<StripeObject> Items(string field)
    {
        var found = Find(field) is { ValueKind: JsonValueKind.Object } list && list.TryGetProperty("data", out var data) ? data : Find(field);
        if (found is not { } array) return [];
        if (array.ValueKind != JsonValueKind.Array) throw Odd(field);
        var path = $"{name}.{field}";
        return [.. array.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => new StripeObject(i, path))];
    }

    public IReadOnlyDictionary<string, string> Pairs(string field)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Find(field) is not { ValueKind: JsonValueKind.Object } pairs) return read;
        foreach (var pair in pairs.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String)) read[WithoutNul(pair.Name)] = Decode(pair.Value, field);
        return read;
    }

    public StripeShapeException Missing(string field) => new($"{name}: {field} is missing.");

    public StripeShapeException Odd(string field) => new($"{name}: {field} is not what Stripe documents.");

    JsonElement? Find(string field) =>
        json.TryGetProperty(field, out var found) && found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? found : null;

    string Decode(JsonElement text, string field)
    {
        try
        {
            return WithoutNul(text.GetString()!);
        }
        catch (InvalidOperationException)
        {
            throw Odd(field); // half of a surrogate pair is no text
        }
    }

    // No database keeps a NUL in its text, and people cannot read one.
    static string WithoutNul(string text) => text.Replace("\0", "", StringComparison.Ordinal);

    static string Describe(JsonElement json) =>
        json.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && json.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
            ? $"{kind} {id}"
            : "The answer";
}
