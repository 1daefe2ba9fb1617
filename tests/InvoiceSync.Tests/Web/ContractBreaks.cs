using System.Text.Json;

namespace InvoiceSync.Tests.Web;

/// <summary>What in a new description of the API would break a program written against the old one. Adding is free; taking away and asking for more is not.</summary>
sealed class ContractBreaks
{
    readonly List<string> found = [];
    readonly HashSet<(string, bool)> seen = [];
    readonly JsonElement before, after;

    ContractBreaks(JsonElement before, JsonElement after) => (this.before, this.after) = (before, after);

    public static IReadOnlyList<string> Between(string before, string after)
    {
        var breaks = new ContractBreaks(JsonElement.Parse(before), JsonElement.Parse(after));
        breaks.Paths();
        return breaks.found;
    }

    void Paths()
    {
        foreach (var path in before.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
            {
                var name = $"{operation.Name} {path.Name}";
                if (Find(after, "paths", path.Name, operation.Name) is { } now) Operation(name, operation.Value, now);
                else found.Add($"{name} is gone");
            }
    }

    void Operation(string name, JsonElement old, JsonElement now)
    {
        var (had, has) = (Parameters(old), Parameters(now));
        foreach (var (parameter, value) in had)
            if (has.TryGetValue(parameter, out var still)) Schema($"{name} {parameter}", Schema(value), Schema(still), asked: true);
            else found.Add($"{name} takes {parameter} no more");
        foreach (var (parameter, value) in has)
            if (IsRequired(value) && !(had.TryGetValue(parameter, out var earlier) && IsRequired(earlier))) found.Add($"{name} needs {parameter} now");

        if (Find(old, "requestBody", "content", "application/json") is { } body)
            if (Find(now, "requestBody", "content", "application/json") is { } newBody) Schema(name, Schema(body), Schema(newBody), asked: true);
            else found.Add($"{name} takes no JSON any more");
        foreach (var answer in old.GetProperty("responses").EnumerateObject().Where(r => r.Name[0] == '2'))
            if (Find(now, "responses", answer.Name) is not { } newAnswer) found.Add($"{name} answers {answer.Name} no more");
            else if (Find(answer.Value, "content", "application/json") is { } content)
                if (Find(newAnswer, "content", "application/json") is { } newContent) Schema($"{name} {answer.Name}", Schema(content), Schema(newContent), asked: false);
                else found.Add($"{name} {answer.Name} is JSON no more");
    }

    // What is asked for may only be loosened, what is answered only be extended.
    void Schema(string where, JsonElement old, JsonElement now, bool asked)
    {
        if (old.TryGetProperty("$ref", out var named) && !seen.Add((named.GetString()!, asked))) return;
        (old, now) = (Resolve(before, old), Resolve(after, now));
        if (old.TryGetProperty("type", out var type) && now.TryGetProperty("type", out var newType) && !Fits(type, newType, asked)) found.Add($"{where} is another type");
        if (asked && now.TryGetProperty("enum", out var known) && !(old.TryGetProperty("enum", out var knew) && Texts(knew).All(Texts(known).Contains))) found.Add($"{where} takes fewer values");
        if (!asked && old.TryGetProperty("enum", out var said) && !now.TryGetProperty("enum", out _)) found.Add($"{where} may answer anything now instead of {string.Join(", ", Texts(said))}");
        if (old.TryGetProperty("items", out var items) && now.TryGetProperty("items", out var newItems)) Schema($"{where}[]", items, newItems, asked);
        if (!old.TryGetProperty("properties", out var fields)) return;
        foreach (var field in fields.EnumerateObject())
            if (Find(now, "properties", field.Name) is { } still) Schema($"{where}.{field.Name}", field.Value, still, asked);
            else found.Add($"{where}.{field.Name} is gone");
        foreach (var field in asked ? Texts(Find(now, "required")).Except(Texts(Find(old, "required"))) : []) found.Add($"{where}.{field} is required now");
    }

    static bool Fits(JsonElement old, JsonElement now, bool asked) => asked ? Texts(old).All(Texts(now).Contains) : Texts(now).All(Texts(old).Contains);

    static Dictionary<string, JsonElement> Parameters(JsonElement operation) =>
        operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToDictionary(p => $"{p.GetProperty("in").GetString()} {p.GetProperty("name").GetString()}") : [];

    static JsonElement Schema(JsonElement holder) => holder.TryGetProperty("schema", out var schema) ? schema : JsonElement.Parse("{}");

    static bool IsRequired(JsonElement parameter) => parameter.TryGetProperty("required", out var required) && required.GetBoolean();

    static JsonElement Resolve(JsonElement document, JsonElement schema) =>
        schema.TryGetProperty("$ref", out var named) ? Find(document, "components", "schemas", named.GetString()!.Split('/')[^1])!.Value : schema;

    static IReadOnlyList<string> Texts(JsonElement? value) => value switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(v => v.ToString())],
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => [],
    };

    static JsonElement? Find(JsonElement from, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(name, out from)) return null;
        return from;
    }
}
