using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using InvoiceSync.Access;

namespace InvoiceSync.Web.Access;

/// <summary>A user as SCIM writes and reads one. Attributes we do not keep are read over.</summary>
static class ScimUserJson
{
    public const string Schema = "urn:ietf:params:scim:schemas:core:2.0:User";

    public static ScimPerson Read(JsonElement body) => Merge(new ScimPerson("", true), body);

    /// <summary>The person with the attributes of the object laid over.</summary>
    public static ScimPerson Merge(ScimPerson person, JsonElement attributes)
    {
        foreach (var name in (string[])["userName", "externalId", "displayName", "active", "name", "emails"])
            if (attributes.Get(name) is { } value) person = Set(person, name, value);
        return person;
    }

    /// <summary>The person with one attribute changed; null takes it away.</summary>
    public static ScimPerson Set(ScimPerson person, string attribute, JsonElement? value) => attribute.ToLowerInvariant() switch
    {
        "username" => person with { UserName = value is { } text ? ScimBody.Text(text) : throw new ScimRefusedException("mutability", "userName is required.") },
        "externalid" => person with { ExternalId = TextOf(value) },
        "displayname" => person with { DisplayName = TextOf(value) },
        "active" => person with { Active = value is not { } truth || ScimBody.Truth(truth) },
        "name.givenname" => person with { GivenName = TextOf(value) },
        "name.familyname" => person with { FamilyName = TextOf(value) },
        "name" => person with { GivenName = value?.Text("givenName"), FamilyName = value?.Text("familyName") },
        "emails" => person with { Email = value is { } list ? Address(list) : null },
        "emails.value" => person with { Email = TextOf(value) },
        _ => person,
    };

    public static JsonObject Write(ListScimUsers.Row row)
    {
        var said = row.Person;
        var user = new JsonObject { ["schemas"] = new JsonArray(Schema), ["id"] = row.Id.ToString(), ["userName"] = said.UserName, ["active"] = said.Active };
        if (said.ExternalId is not null) user["externalId"] = said.ExternalId;
        if (said.DisplayName is not null) user["displayName"] = said.DisplayName;
        var name = new JsonObject();
        if (said.GivenName is not null) name["givenName"] = said.GivenName;
        if (said.FamilyName is not null) name["familyName"] = said.FamilyName;
        if (name.Count > 0) user["name"] = name;
        if (said.Email is not null) user["emails"] = new JsonArray(new JsonObject { ["value"] = said.Email, ["primary"] = true });
        user["meta"] = Meta("User", $"/scim/v2/Users/{row.Id}", row.CreatedAt, row.ChangedAt, row.Version);
        return user;
    }

    public static JsonObject Meta(string type, string location, DateTimeOffset created, DateTimeOffset changed, long version) => new()
    {
        ["resourceType"] = type,
        ["created"] = created.ToString("O", CultureInfo.InvariantCulture),
        ["lastModified"] = changed.ToString("O", CultureInfo.InvariantCulture),
        ["version"] = ScimAnswer.TagOf(version),
        ["location"] = location,
    };

    static string? TextOf(JsonElement? value) => value is { ValueKind: not JsonValueKind.Null } text ? ScimBody.Text(text) : null;

    // The primary one, else the first.
    static string? Address(JsonElement list)
    {
        var all = list.Items().Where(e => e.ValueKind == JsonValueKind.Object).ToList();
        var one = all.FirstOrDefault(e => e.Get("primary") is { } primary && ScimBody.Truth(primary));
        return one.ValueKind == JsonValueKind.Object ? one.Text("value") : all.Count > 0 ? all[0].Text("value") : null;
    }
}
