using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>The OpenAPI document: only what is for callers, the key they need, examples, and one shape for every refusal.</summary>
static class ApiDescription
{
    const string Key = "apiKey";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath is { } path && (path.StartsWith("api/", StringComparison.Ordinal) || path.StartsWith("v1/", StringComparison.Ordinal) || path.StartsWith("health", StringComparison.Ordinal));
        options.CreateSchemaReferenceId = Name;
        options.AddDocumentTransformer(Document);
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer(RestSchemas.Complete);
    });

    // SyncApi.Request is SyncRequest, SalesList.Sale is SalePageSale.
    static string? Name(JsonTypeInfo type)
    {
        var own = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        if (own is null || type.Type.DeclaringType is not { } around) return own;
        var chapter = around.Name.EndsWith("Api", StringComparison.Ordinal) ? around.Name[..^3] : around.Name;
        return chapter + own;
    }

    static Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new()
        {
            Title = "InvoiceSync API",
            Version = "v1",
            Description = "Invoices, and Stripe sales to accepted Romanian e-invoices. New programs use the addresses below /v1. Every call needs an API key of one company; refusals are listed at /docs/errors.",
        };
        // The address it was asked at would make every copy of this document differ.
        document.Servers = [new() { Url = "/" }];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Companies", Description = "Companies as ANAF's public register tells them" },
            new() { Name = "Stripe", Description = "Sales as Stripe tells them" },
            new() { Name = "Customers", Description = "Who is invoiced" },
            new() { Name = "Products", Description = "What is sold" },
            new() { Name = "Mapping rules", Description = "By which rules sales become invoices" },
            new() { Name = "Notifications", Description = "What systems of your own are told" },
            new() { Name = "Invoices", Description = "Drafts and issued invoices, and the e-invoices of sales" },
            new() { Name = "Estimates", Description = "Pro-formas and quotes" },
            new() { Name = "Schedules", Description = "Invoices by the calendar" },
            new() { Name = "Events", Description = "What happened, in order" },
            new() { Name = "Reports", Description = "Sums of what was issued, taxed, is open and was paid" },
            new() { Name = "Health", Description = "How the installation fares; no key needed" },
        };
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Key] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "isk_…", Description = "An API key of your company, made in the portal under Settings, API keys. Viewer keys read, Owner keys also act." },
        };
        foreach (var operation in document.Paths.Where(p => !p.Key.StartsWith("/health", StringComparison.Ordinal)).SelectMany(p => p.Value.Operations!.Values))
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Key, document)] = [] }];
        return Task.CompletedTask;
    }

    static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? []) ApiParameters.Complete(parameter);
        RestParameters.Complete(operation, context.Description);
        operation.RequestBody?.Content?.Remove(ApiBody.Anything);
        if (operation.RequestBody?.Content?.Values.FirstOrDefault() is OpenApiMediaType body) body.Example = ApiExamples.Request(operation.OperationId);
        foreach (var (status, response) in operation.Responses ?? [])
            foreach (var (type, content) in response.Content ?? new Dictionary<string, OpenApiMediaType>())
                if (type.EndsWith("json", StringComparison.Ordinal)) content.Example = status[0] == '2' ? ApiExamples.Response(operation.OperationId) : ApiExamples.Problem(status);
        return Task.CompletedTask;
    }
}
