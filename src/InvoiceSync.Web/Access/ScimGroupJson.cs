using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Access;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Access;

/// <summary>A group as SCIM writes and reads one.</summary>
static class ScimGroupJson
{
    public const string Schema = "urn:ietf:params:scim:schemas:core:2.0:Group";

    public static ScimTeam Read(JsonElement body) => Merge(new ScimTeam("", null, []), body);

    public static ScimTeam Merge(ScimTeam team, JsonElement attributes)
    {
        foreach (var name in (string[])["displayName", "externalId", "members"])
            if (attributes.Get(name) is { } value) team = Set(team, name, value);
        return team;
    }

    /// <summary>The group with one attribute changed; null takes it away.</summary>
    public static ScimTeam Set(ScimTeam team, string attribute, JsonElement? value) => attribute.ToLowerInvariant() switch
    {
        "displayname" => team with { DisplayName = value is { } text ? ScimBody.Text(text) : throw new ScimRefusedException("mutability", "displayName is required.") },
        "externalid" => team with { ExternalId = value is { } text ? ScimBody.Text(text) : null },
        "members" => team with { Members = value is { } list ? Members(list) : [] },
        _ => team,
    };

    public static IReadOnlyList<UserId> Members(JsonElement list) =>
        [.. list.Items().Select(m => m.ValueKind == JsonValueKind.Object ? m.Text("value") : ScimBody.Text(m)).Select(Member)];

    public static UserId Member(string? id) =>
        Ids.TryParse<UserId>(id, out var member) ? member : throw new ScimRefusedException("invalidValue", "A member's value is the id of a user.");

    public static JsonObject Write(ListScimGroups.Row row, bool withMembers)
    {
        var group = new JsonObject { ["schemas"] = new JsonArray(Schema), ["id"] = row.Id.ToString(), ["displayName"] = row.Team.DisplayName };
        if (row.Team.ExternalId is not null) group["externalId"] = row.Team.ExternalId;
        if (withMembers) group["members"] = new JsonArray([.. row.Team.Members.Select(m => new JsonObject { ["value"] = m.ToString(), ["$ref"] = $"/scim/v2/Users/{m}" })]);
        group["meta"] = ScimUserJson.Meta("Group", $"/scim/v2/Groups/{row.Id}", row.CreatedAt, row.ChangedAt, row.Version);
        return group;
    }
}
