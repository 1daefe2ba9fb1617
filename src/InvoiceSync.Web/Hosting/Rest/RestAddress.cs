namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// /api/v1/… is /v1/…, and so are the resources right below /api, where no older call has the address. It is rewritten before anything
/// looks at the path, so that limits, permissions and handlers are the very same.
/// </summary>
static class RestAddress
{
    static readonly HashSet<string> Resources = new(StringComparer.OrdinalIgnoreCase) { "invoices", "customers", "products", "payments", "reports", "events", "tenants", "fiscal" };
    static readonly HashSet<string> Older = new(StringComparer.OrdinalIgnoreCase) { "process", "status", "download" };

    public static IApplicationBuilder UseRestAddress(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.Request.Path.StartsWithSegments("/api", out var rest) && Canonical(rest) is { } path) http.Request.Path = path;
        return next(http);
    });

    public static bool IsAt(PathString path) => path.StartsWithSegments(RestV1.Root);

    static PathString? Canonical(PathString rest)
    {
        if (IsAt(rest)) return rest;
        var parts = (rest.Value ?? "").Split('/', 4);
        if (parts.Length < 2 || !Resources.Contains(parts[1])) return null;
        if (parts.Length > 2 && Older.Contains(parts[2])) return null; // in a ?: this null would become an empty path
        return new PathString(RestV1.Root).Add(rest);
    }
}
