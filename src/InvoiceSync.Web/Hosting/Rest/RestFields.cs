using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>fields=id,customer.name: of an answer only what was asked for. Dots go into objects and into the elements of lists.</summary>
static class RestFields
{
    public const string Name = "fields";
    const int Most = 100;

    public static readonly RestParameter Parameter = new(Name, "string", "Only these fields, parted by commas; dots lead inside, like customer.name.");

    public static FieldProblem? Check(string text, Type shape)
    {
        var paths = text.Split(',');
        if (paths.Length > Most) return RestQuery.Invalid(Name, $"at most {Most} fields");
        return paths.FirstOrDefault(path => !Exists(path.Split('.'), RestJson.Options.GetTypeInfo(shape))) is { } unknown
            ? FieldProblem.InQuery(Name, RestErrors.FieldUnknown with { Message = $"There is no field {(unknown.Length <= 100 ? unknown : unknown[..100])} here." })
            : null;
    }

    /// <summary>The answer cut down to the fields the query names; whole when it names none.</summary>
    public static JsonNode? Select(JsonNode? whole, IQueryCollection query) =>
        query.TryGetValue(Name, out var text) ? Cut(whole, [.. text.ToString().Split(',').Select(path => path.Split('.'))]) : whole;

    static bool Exists(ReadOnlySpan<string> path, JsonTypeInfo type)
    {
        if (path.Length == 0) return true;
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                var name = path[0];
                return type.Properties.FirstOrDefault(p => p.Name == name) is { } property && Exists(path[1..], type.Options.GetTypeInfo(property.PropertyType));
            case JsonTypeInfoKind.Enumerable:
                return Exists(path, type.Options.GetTypeInfo(type.ElementType!));
            case JsonTypeInfoKind.Dictionary:
                return path[0].Length > 0 && Exists(path[1..], type.Options.GetTypeInfo(type.ElementType!));
            default:
                return false;
        }
    }

    static JsonNode? Cut(JsonNode? whole, string[][] paths) => whole switch
    {
        // A field that was asked for itself comes whole, whatever else was asked for inside it.
        _ when paths.Any(p => p.Length == 0) => whole?.DeepClone(),
        JsonArray list => new JsonArray([.. list.Select(element => Cut(element, paths))]),
        JsonObject thing => new JsonObject(thing
            .Where(field => paths.Any(p => p[0] == field.Key))
            .Select(field => KeyValuePair.Create(field.Key, Cut(field.Value, [.. paths.Where(p => p[0] == field.Key).Select(p => p[1..])])))),
        _ => whole?.DeepClone(),
    };
}
