using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Tests.Web;

/// <summary>The API's description as a collection for Postman (format 2.1): a folder for each tag, the examples as bodies, the key as a variable.</summary>
static class PostmanCollection
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string openApi)
    {
        var document = JsonNode.Parse(openApi)!;
        var calls = from path in document["paths"]!.AsObject()
                    from operation in path.Value!.AsObject()
                    let tag = operation.Value!["tags"]?[0]?.GetValue<string>() ?? "Other"
                    group Call(operation.Key, path.Key, operation.Value!) by tag;
        return new JsonObject
        {
            ["info"] = new JsonObject { ["name"] = document["info"]!["title"]!.DeepClone(), ["schema"] = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" },
            ["auth"] = new JsonObject { ["type"] = "bearer", ["bearer"] = new JsonArray(new JsonObject { ["key"] = "token", ["value"] = "{{key}}", ["type"] = "string" }) },
            ["variable"] = new JsonArray(Variable("portal", "https://billing.example.com"), Variable("key", "")),
            ["item"] = new JsonArray([.. calls.Select(tag => new JsonObject { ["name"] = tag.Key, ["item"] = new JsonArray([.. tag]) })]),
        }.ToJsonString(Indented) + "\n";
    }

    static JsonObject Call(string method, string path, JsonNode operation)
    {
        var parameters = operation["parameters"]?.AsArray().Select(p => p!).ToList() ?? [];
        var segments = path.Trim('/').Split('/').Select(s => (JsonNode)(s.StartsWith('{') ? ":" + s[1..^1] : s)).ToArray();
        var request = new JsonObject
        {
            ["method"] = method.ToUpperInvariant(),
            ["header"] = new JsonArray([.. In("header").Select(h => h with { Off = !h.Required }).Select(Entry)]),
            ["url"] = new JsonObject
            {
                ["raw"] = "{{portal}}/" + string.Join('/', segments.Select(s => s.GetValue<string>())),
                ["host"] = new JsonArray("{{portal}}"),
                ["path"] = new JsonArray(segments),
                ["query"] = new JsonArray([.. In("query").Select(Entry)]),
                ["variable"] = new JsonArray([.. In("path").Select(p => Variable(p.Name, ""))]),
            },
        };
        if (operation["requestBody"]?["content"]?["application/json"]?["example"] is { } example)
            request["body"] = new JsonObject { ["mode"] = "raw", ["raw"] = example.ToJsonString(Indented), ["options"] = new JsonObject { ["raw"] = new JsonObject { ["language"] = "json" } } };
        return new JsonObject { ["name"] = operation["summary"]?.DeepClone(), ["request"] = request };

        IEnumerable<Parameter> In(string place) => parameters.Where(p => p["in"]!.GetValue<string>() == place)
            .Select(p => new Parameter(p["name"]!.GetValue<string>(), p["description"]?.GetValue<string>() ?? "", p["required"]?.GetValue<bool>() == true, true));
    }

    static JsonNode Entry(Parameter p) => new JsonObject { ["key"] = p.Name, ["value"] = "", ["description"] = p.Description, ["disabled"] = p.Off };

    static JsonObject Variable(string key, string value) => new() { ["key"] = key, ["value"] = value };

    sealed record Parameter(string Name, string Description, bool Required, bool Off);
}
