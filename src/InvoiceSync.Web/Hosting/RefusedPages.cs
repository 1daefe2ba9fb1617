using Microsoft.AspNetCore.Diagnostics;

namespace InvoiceSync.Web.Hosting;

/// <summary>A person who asks for a page that is not there, or not theirs, gets a page that says so; programs get the bare status.</summary>
static class RefusedPages
{
    static readonly PathString[] Programs = ["/api", "/oauth", "/scim", "/stripe", "/sso", "/saml", "/files", "/i", "/_blazor", "/_framework"];

    public static IApplicationBuilder UseRefusedPages(this IApplicationBuilder app) => app
        .UseWhen(IsPage, pages => pages.UseStatusCodePages(async context =>
        {
            var http = context.HttpContext;
            var page = http.Response.StatusCode switch
            {
                StatusCodes.Status404NotFound => "/not-found",
                StatusCodes.Status403Forbidden => "/not-for-you",
                _ => null,
            };
            if (page is null) return;
            // Without this mark the page would think that it is the one nobody found.
            http.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature
            {
                OriginalPath = http.Request.Path,
                OriginalPathBase = http.Request.PathBase,
                OriginalQueryString = http.Request.QueryString.Value,
            });
            (http.Request.PathBase, http.Request.Path, http.Request.QueryString) = (PathString.Empty, page, QueryString.Empty);
            http.SetEndpoint(null);
            http.Request.RouteValues.Clear();
            await context.Next(http);
        }));

    static bool IsPage(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method)
        && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Programs.Any(program => http.Request.Path.StartsWithSegments(program));
}
