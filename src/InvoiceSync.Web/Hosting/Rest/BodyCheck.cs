using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// Finds all that is wrong with a body at once: unknown and missing fields, wrong types, broken texts, each by its pointer. The
/// serializer would stop at the first and point nowhere useful.
/// </summary>
sealed class BodyCheck
{
    const int Most = 50;
    readonly List<FieldProblem> found = [];

    public static IReadOnlyList<FieldProblem> Of<T>(JsonElement body)
    {
        var check = new BodyCheck();
        check.Value(body, RestJson.Options.GetTypeInfo(typeof(T)), "");
        return check.found;
    }

    void Value(JsonElement value, JsonTypeInfo type, string pointer)
    {
        if (found.Count >= Most) return;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                Fields(value, type, pointer);
                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                var at = 0;
                foreach (var element in value.EnumerateArray()) Value(element, type.Options.GetTypeInfo(type.ElementType!), $"{pointer}/{at++}");
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var entry in value.EnumerateObject()) Value(entry.Value, type.Options.GetTypeInfo(type.ElementType!), Below(pointer, entry.Name));
                break;
            case JsonTypeInfoKind.None:
                Leaf(value, type, pointer);
                break;
            default:
                Expect(pointer, type.Kind == JsonTypeInfoKind.Enumerable ? "a list" : "an object");
                break;
        }
    }

    void Fields(JsonElement value, JsonTypeInfo type, string pointer)
    {
        foreach (var field in value.EnumerateObject())
        {
            var below = Below(pointer, field.Name);
            if (type.Properties.FirstOrDefault(p => p.Name == field.Name) is not { } property) Add(below, RestErrors.FieldUnknown);
            else if (field.Value.ValueKind != JsonValueKind.Null) Value(field.Value, type.Options.GetTypeInfo(property.PropertyType), below);
            else if (!MayBeNull(property)) Expect(below, BodyWords.Of(property.PropertyType) + ", not null");
        }

        foreach (var property in type.Properties.Where(p => IsRequired(p) && !value.TryGetProperty(p.Name, out _))) Add(Below(pointer, property.Name), RestErrors.FieldMissing);
    }

    void Leaf(JsonElement value, JsonTypeInfo type, string pointer)
    {
        try
        {
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Contains('\0', StringComparison.Ordinal)) Add(pointer, RestErrors.FieldTextBroken);
            else if (value.ValueKind == JsonValueKind.Null || value.Deserialize(type) is null) Expect(pointer, BodyWords.Of(type.Type));
        }
        catch (JsonException)
        {
            Expect(pointer, BodyWords.Of(type.Type));
        }
        catch (InvalidOperationException)
        {
            // Half a pair of UTF-16, which JSON can write and no text can hold.
            Add(pointer, RestErrors.FieldTextBroken);
        }
    }

    void Expect(string pointer, string expected) => Add(pointer, RestErrors.FieldTypeWrong(expected));

    void Add(string pointer, Error error) => found.Add(FieldProblem.At(pointer, error));

    static bool MayBeNull(JsonPropertyInfo property) =>
        property.AssociatedParameter is { } parameter ? parameter.IsNullable : property.IsSetNullable;

    static bool IsRequired(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };

    static string Below(string pointer, string name) => $"{pointer}/{RestProblem.Escape(name)}";
}
