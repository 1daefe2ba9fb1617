using System.Text.Json;
using System.Text.RegularExpressions;
using InvoiceSync.Access;

namespace InvoiceSync.Web.Access;

/// <summary>The operations of a PATCH (RFC 7644, 3.5.2): add, replace and remove, with a path or without.</summary>
static partial class ScimPatch
{
    const int Most = 1000;

    enum Act
    {
        Add,
        Replace,
        Remove,
    }

    sealed record Operation(Act Act, string? Attribute, string? Chosen, JsonElement? Value);

    public static ScimPerson Apply(ScimPerson person, JsonElement body)
    {
        foreach (var operation in Operations(body, ScimUserJson.Schema))
        {
            person = operation switch
            {
                { Act: Act.Remove } => ScimUserJson.Set(person, operation.Attribute!, null),
                { Attribute: null, Value: { } value } => Named(value).Aggregate(ScimUserJson.Merge(person, value), (p, named) => ScimUserJson.Set(p, named.Name, named.Value)),
                { Attribute: "emails", Value: { ValueKind: JsonValueKind.String } address } => ScimUserJson.Set(person, "emails.value", address),
                _ => ScimUserJson.Set(person, operation.Attribute!, operation.Value),
            };
        }

        return person;
    }

    public static ScimTeam Apply(ScimTeam team, JsonElement body)
    {
        foreach (var operation in Operations(body, ScimGroupJson.Schema))
        {
            team = operation switch
            {
                { Act: Act.Remove, Attribute: "members", Chosen: { } one } => team with { Members = [.. team.Members.Except([ScimGroupJson.Member(one)])] },
                { Act: Act.Remove, Attribute: "members", Value: { } some } => team with { Members = [.. team.Members.Except(ScimGroupJson.Members(some))] },
                { Act: Act.Remove } => ScimGroupJson.Set(team, operation.Attribute!, null),
                { Act: Act.Add, Attribute: "members", Value: { } more } => team with { Members = [.. team.Members.Union(ScimGroupJson.Members(more))] },
                { Act: Act.Add, Attribute: null, Value: { } value } when value.Get("members") is { } more =>
                    ScimGroupJson.Merge(team, value) with { Members = [.. team.Members.Union(ScimGroupJson.Members(more))] },
                { Attribute: null, Value: { } value } => ScimGroupJson.Merge(team, value),
                _ => ScimGroupJson.Set(team, operation.Attribute!, operation.Value),
            };
        }

        return team;
    }

    static List<Operation> Operations(JsonElement body, string schema)
    {
        if (body.Get("Operations") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() is 0 or > Most)
            throw new ScimRefusedException("invalidSyntax", "Operations is a list of one to a thousand operations.");
        return [.. list.EnumerateArray().Select(one => Read(one, schema))];
    }

    static Operation Read(JsonElement one, string schema)
    {
        if (Enum.GetNames<Act>().FirstOrDefault(name => name.Equals(one.Text("op"), StringComparison.OrdinalIgnoreCase)) is not { } named) throw new ScimRefusedException("invalidSyntax", "op is add, replace or remove.");
        var act = Enum.Parse<Act>(named);
        var (value, path) = (one.Get("value"), one.Text("path"));
        if (string.IsNullOrEmpty(path))
        {
            if (act == Act.Remove) throw new ScimRefusedException("noTarget", "remove needs a path.");
            return value is { ValueKind: JsonValueKind.Object } ? new(act, null, null, value) : throw new ScimRefusedException("invalidValue", "Without a path the value is an object.");
        }

        if (path.StartsWith(schema + ":", StringComparison.OrdinalIgnoreCase)) path = path[(schema.Length + 1)..];
        if (path.Length > 500 || Target().Match(path) is not { Success: true } match) throw new ScimRefusedException("invalidPath", "This path cannot be read.");
        if (act != Act.Remove && value is null) throw new ScimRefusedException("invalidValue", "add and replace need a value.");
        // emails[type eq "work"].value is the address: we keep one.
        var attribute = match.Groups["attribute"].Value.ToLowerInvariant() + (match.Groups["sub"] is { Success: true } sub ? sub.Value.ToLowerInvariant() : "");
        return new(act, attribute, match.Groups["chosen"] is { Success: true } chosen ? chosen.Value : null, value);
    }

    // Some directories write paths as names inside the value: { "name.givenName": "Ana" }.
    static IEnumerable<JsonProperty> Named(JsonElement value) => value.EnumerateObject().Where(p => p.Name.Contains('.', StringComparison.Ordinal) && !p.Name.Contains(':', StringComparison.Ordinal));

    [GeneratedRegex("""^(?<attribute>(?:urn:[A-Za-z0-9:.]+:)?[A-Za-z][A-Za-z0-9_-]*)(?:\[(?:\s*value\s+eq\s+"(?<chosen>[^"\\]*)"\s*|[^\]"]*"[^"\\]*"\s*)\])?(?<sub>\.[A-Za-z]+)?\z""", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
