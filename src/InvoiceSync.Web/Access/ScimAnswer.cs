using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Access;

/// <summary>What SCIM answers: resources with their version, lists, and refusals in the schema of RFC 7644, 3.12.</summary>
static class ScimAnswer
{
    public const string Type = "application/scim+json";
    const string ErrorSchema = "urn:ietf:params:scim:api:messages:2.0:Error";
    const string ListSchema = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    public static IResult Json(JsonNode body, int status = StatusCodes.Status200OK) => Results.Text(body.ToJsonString(), Type, statusCode: status);

    /// <summary>One resource; 304 when the caller has this version already.</summary>
    public static IResult Resource(HttpContext http, JsonObject resource, long version, int status = StatusCodes.Status200OK)
    {
        var tag = TagOf(version);
        http.Response.Headers.ETag = tag;
        if (status == StatusCodes.Status201Created) http.Response.Headers.Location = resource["meta"]!["location"]!.GetValue<string>();
        return HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.IfNoneMatch.Contains(tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Json(resource, status);
    }

    public static IResult List(int total, int start, IEnumerable<JsonObject> rows)
    {
        JsonArray resources = [.. rows];
        return Json(new JsonObject
        {
            ["schemas"] = new JsonArray(ListSchema),
            ["totalResults"] = total,
            ["startIndex"] = start,
            ["itemsPerPage"] = resources.Count,
            ["Resources"] = resources,
        });
    }

    public static IResult Refuse(int status, string? scimType, string detail)
    {
        var body = new JsonObject { ["schemas"] = new JsonArray(ErrorSchema), ["status"] = status.ToString(CultureInfo.InvariantCulture), ["detail"] = detail };
        if (scimType is not null) body["scimType"] = scimType;
        return Json(body, status);
    }

    public static IResult Refuse(ScimRefusedException why) => Refuse(StatusCodes.Status400BadRequest, why.ScimType, why.Message);

    public static IResult Refuse(Error error) => error switch
    {
        { Code: "scim.changed" } => Refuse(StatusCodes.Status412PreconditionFailed, null, error.Message),
        { Code: "scim.user_name_taken" or "row.duplicated" } => Refuse(StatusCodes.Status409Conflict, "uniqueness", error.Message),
        { Kind: ErrorKind.Invalid } => Refuse(StatusCodes.Status400BadRequest, "invalidValue", error.Message),
        { Kind: ErrorKind.NotFound } => Refuse(StatusCodes.Status404NotFound, null, error.Message),
        { Kind: ErrorKind.Forbidden } => Refuse(StatusCodes.Status403Forbidden, null, error.Message),
        { Kind: ErrorKind.Unavailable } => Refuse(StatusCodes.Status503ServiceUnavailable, null, error.Message),
        _ => Refuse(StatusCodes.Status409Conflict, null, error.Message),
    };

    public static string TagOf(long version) => $"W/\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    /// <summary>The version the caller insists on; null for any. A tag that is not ours fits nothing.</summary>
    public static long? Wanted(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag is "" or "*") return null;
        return tag.StartsWith("W/\"", StringComparison.Ordinal) && long.TryParse(tag.AsSpan(3).TrimEnd('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}

/// <summary>A request SCIM has a word for (RFC 7644, table 9): invalidSyntax, invalidFilter, invalidPath, invalidValue …</summary>
sealed class ScimRefusedException(string scimType, string message) : Exception(message)
{
    public string ScimType => scimType;
}
