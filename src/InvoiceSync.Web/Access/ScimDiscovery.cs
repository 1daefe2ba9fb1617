using System.Text.Json.Nodes;

namespace InvoiceSync.Web.Access;

/// <summary>What this SCIM endpoint can do (RFC 7644, 4), for directories that ask first.</summary>
static class ScimDiscovery
{
    const string ConfigSchema = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
    const string TypeSchema = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
    const string SchemaSchema = "urn:ietf:params:scim:schemas:core:2.0:Schema";

    public static void MapScimDiscovery(this RouteGroupBuilder scim)
    {
        scim.MapGet("/ServiceProviderConfig", () => ScimAnswer.Json(Config()));
        scim.MapGet("/ResourceTypes", () => ScimAnswer.List(2, 1, [ResourceType("User", "/Users", ScimUserJson.Schema), ResourceType("Group", "/Groups", ScimGroupJson.Schema)]));
        scim.MapGet("/Schemas", () => ScimAnswer.List(2, 1, [User(), Group()]));
    }

    static JsonObject Config() => new()
    {
        ["schemas"] = new JsonArray(ConfigSchema),
        ["patch"] = Supported(true),
        ["bulk"] = new JsonObject { ["supported"] = false, ["maxOperations"] = 0, ["maxPayloadSize"] = 0 },
        ["filter"] = new JsonObject { ["supported"] = true, ["maxResults"] = ScimPaging.Most },
        ["changePassword"] = Supported(false),
        ["sort"] = Supported(false),
        ["etag"] = Supported(true),
        ["authenticationSchemes"] = new JsonArray(new JsonObject { ["type"] = "oauthbearertoken", ["name"] = "API key", ["description"] = "An API key that may manage users, as a bearer token." }),
    };

    static JsonObject Supported(bool supported) => new() { ["supported"] = supported };

    static JsonObject ResourceType(string name, string endpoint, string schema) =>
        new() { ["schemas"] = new JsonArray(TypeSchema), ["id"] = name, ["name"] = name, ["endpoint"] = endpoint, ["schema"] = schema };

    static JsonObject User() => Schema(
        ScimUserJson.Schema, "User", Attribute("userName", "string", required: true), Attribute("externalId", "string"), Attribute("displayName", "string"), Attribute("active", "boolean"),
        Attribute("name", "complex", parts: [Attribute("givenName", "string"), Attribute("familyName", "string")]),
        Attribute("emails", "complex", isList: true, parts: [Attribute("value", "string"), Attribute("primary", "boolean")]));

    static JsonObject Group() => Schema(
        ScimGroupJson.Schema, "Group", Attribute("displayName", "string", required: true), Attribute("externalId", "string"),
        Attribute("members", "complex", isList: true, parts: [Attribute("value", "string")]));

    static JsonObject Schema(string id, string name, params JsonObject[] attributes) =>
        new() { ["schemas"] = new JsonArray(SchemaSchema), ["id"] = id, ["name"] = name, ["attributes"] = new JsonArray([.. attributes]) };

    static JsonObject Attribute(string name, string type, bool required = false, bool isList = false, JsonObject[]? parts = null)
    {
        var attribute = new JsonObject
        {
            ["name"] = name,
            ["type"] = type,
            ["multiValued"] = isList,
            ["required"] = required,
            ["caseExact"] = false,
            ["mutability"] = "readWrite",
            ["returned"] = "default",
            ["uniqueness"] = name == "userName" ? "server" : "none",
        };
        if (parts is not null) attribute["subAttributes"] = new JsonArray([.. parts]);
        return attribute;
    }
}
