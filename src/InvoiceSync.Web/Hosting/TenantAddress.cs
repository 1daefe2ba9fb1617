using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Tenancy;

namespace InvoiceSync.Web.Hosting;

/// <summary>
/// Which company an address belongs to: /t/{slug}/… or {slug}.{TenantDomain}. When both are there they must agree. The path
/// form becomes the path base, so pages, files and the live connection all stay inside it.
/// </summary>
static class TenantAddress
{
    const string Prefix = "/t/";
    const int Shortest = 3;
    const int Longest = 40;
    static readonly object Key = new();

    public static string? SlugOf(HttpContext http) => http.Items[Key] as string;

    /// <summary>The company of a page somebody wanted before they were asked to sign in.</summary>
    public static string? SlugIn(string? path) => path?.Split('/') is ["", "t", { Length: >= Shortest and <= Longest } slug, ..] ? slug : null;

    /// <summary>Whether the address is this company's, or names none.</summary>
    public static async Task<bool> IsHomeOf(TenantId tenant, HttpContext http, ScopedDispatch dispatch)
    {
        if (SlugOf(http) is not { } slug) return true;
        var named = (await dispatch.As(Caller.Nobody, d => d.Ask(new FindTenants(slug), http.RequestAborted))).OrThrow();
        return named is [var one] && one.Id == tenant;
    }

    public static IApplicationBuilder UseTenantAddress(this IApplicationBuilder app, PortalOptions options) => app.Use((http, next) =>
    {
        var byHost = ByHost(http.Request.Host.Host, options.TenantDomain);
        var byPath = ByPath(http.Request);
        if (byHost is not null && byPath is not null && byHost != byPath)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Items[Key] = byPath ?? byHost;
        return next(http);
    });

    static string? ByHost(string host, string? domain) =>
        domain is not null && host.Length > domain.Length + 1 && host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase)
            ? host[..^(domain.Length + 1)].ToLowerInvariant()
            : null;

    static string? ByPath(HttpRequest request)
    {
        var path = request.Path.Value ?? "";
        if (!path.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var end = path.IndexOf('/', Prefix.Length);
        var slug = end < 0 ? path[Prefix.Length..] : path[Prefix.Length..end];
        if (slug.Length is < Shortest or > Longest) return null;

        var pathBase = Prefix + slug;
        request.PathBase = request.PathBase.Add(pathBase);
        request.Path = end < 0 ? "/" : path[end..];
        return slug;
    }
}
