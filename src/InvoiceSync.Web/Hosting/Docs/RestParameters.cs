using System.Text.Json.Nodes;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.OpenApi;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>What version 1 takes beside path and body: the query its endpoint declares, and the headers of its method.</summary>
static class RestParameters
{
    const string ReadVersion = "The ETag of what was read: the answer is 304 while nothing changed.";
    const string WriteVersion = "The ETag of what was read. Without it 428, when somebody changed it since 412; * changes whatever is there.";

    const string Repeat = "A text of your own for this request, 1 to 255 characters: repeated within 24 hours it gets the same answer and is carried out once.";

    public static void Complete(OpenApiOperation operation, Microsoft.AspNetCore.Mvc.ApiExplorer.ApiDescription described)
    {
        if (described.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) != true) return;
        operation.Parameters ??= [];
        var metadata = described.ActionDescriptor.EndpointMetadata;
        foreach (var one in metadata.OfType<IRestQuery>().SelectMany(q => q.Parameters)) operation.Parameters.Add(InQuery(one));
        if (metadata.OfType<RestOneQuery>().Any(q => q.Parameters.Any())) operation.Parameters.Add(Header("If-None-Match", ReadVersion, required: false));
        if (described.HttpMethod == "POST") operation.Parameters.Add(Header(RestRepeat.Header, Repeat, required: false));
        if (RestVersion.IsNeeded(metadata)) operation.Parameters.Add(Header("If-Match", WriteVersion, required: true));
    }

    static OpenApiParameter InQuery(RestParameter one) => new()
    {
        Name = one.Name,
        In = ParameterLocation.Query,
        Description = one.Description,
        Schema = new OpenApiSchema
        {
            Type = one.Type switch { "number" => JsonSchemaType.Number, "integer" => JsonSchemaType.Integer, _ => JsonSchemaType.String },
            Format = one.Format,
            Enum = one.Known is null ? null : [.. one.Known.Select(k => (JsonNode)k)],
        },
    };

    static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
