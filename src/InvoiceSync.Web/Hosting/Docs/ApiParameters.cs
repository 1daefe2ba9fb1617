using System.Globalization;
using System.Text.Json.Nodes;
using InvoiceSync.Web.Sync;
using Microsoft.OpenApi;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>What our parameters really take. The code reads them as texts, to explain a wrong one by name.</summary>
static class ApiParameters
{
    public static void Complete(OpenApiParameter parameter)
    {
        parameter.Schema = parameter.Name switch
        {
            "start_date" or "end_date" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            "limit" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = ApiInput.MostRows.ToString(CultureInfo.InvariantCulture), Default = 50 },
            "days" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "366", Default = 30 },
            "status" => OneOf(SalesQuery.Statuses.Keys),
            "state" => OneOf(SalesQuery.States.Keys),
            "format" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = ["xml", "zip"], Default = "xml" },
            _ => parameter.Schema,
        };
    }

    static OpenApiSchema OneOf(IEnumerable<string> known) =>
        new() { Type = JsonSchemaType.String, Enum = [.. known.Order(StringComparer.Ordinal).Select(k => (JsonNode)k)] };
}
