namespace InvoiceSync.Web.Hosting.Docs;

/// <summary>/openapi/v1.json describes the API, /docs shows it, /docs/errors lists the codes. Anybody may read them: they tell how, not what.</summary>
static class ApiDocs
{
    /// <summary>Before routing: it answers /docs with its own files and lets everything else pass.</summary>
    public static IApplicationBuilder UseApiDocs(this IApplicationBuilder app) => app.UseSwaggerUI(ui =>
    {
        ui.RoutePrefix = "docs";
        ui.DocumentTitle = "InvoiceSync API";
        ui.SwaggerEndpoint("../openapi/v1.json", "InvoiceSync API v1");
        ui.HeadContent = "<style>.swagger-ui .topbar, .swagger-ui .scheme-container .schemes > div:first-child { display: none }</style>";
        ui.ConfigObject.DeepLinking = true;
        ui.ConfigObject.DefaultModelsExpandDepth = 0;
        ui.ConfigObject.DisplayRequestDuration = true;
    });

    public static void MapApiDocs(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapGet("/docs/errors", ErrorsPage.Show).AllowAnonymous().ExcludeFromDescription();
    }
}
