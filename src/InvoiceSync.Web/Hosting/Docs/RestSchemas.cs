using System.Text.Json.Nodes;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting.Rest;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>Typed ids and currencies are texts on the wire, whatever they are in our code.</summary>
static class RestSchemas
{
    public static Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(RestTexts)) Texts(schema);
        else if (type.IsEnum && type.Assembly == typeof(Currency).Assembly) Words(schema, type);
        else if (type == typeof(Currency)) Text(schema, "^[A-Z]{3}$");
        else if (type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))) Text(schema, $"^{type.GetProperty("Prefix")!.GetValue(null)}_[0-9a-hjkmnp-tv-z]{{26}}$");
        return Task.CompletedTask;
    }

    static void Words(OpenApiSchema schema, Type type)
    {
        (schema.Type, schema.Format) = (JsonSchemaType.String, null);
        schema.Enum = [.. RestJson.Words(type).Select(word => (JsonNode)word)];
    }

    static void Texts(OpenApiSchema schema)
    {
        schema.Type = null;
        schema.AnyOf = [new OpenApiSchema { Type = JsonSchemaType.String }, new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } }];
    }

    static void Text(OpenApiSchema schema, string pattern)
    {
        (schema.Type, schema.Pattern, schema.Format) = (JsonSchemaType.String, pattern, null);
        schema.Properties?.Clear();
        schema.Required?.Clear();
    }
}
