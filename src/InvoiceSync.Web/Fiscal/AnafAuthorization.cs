using InvoiceSync.Fiscal;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;

namespace InvoiceSync.Web.Fiscal;

/// <summary>
/// The browser's way to ANAF's certificate login and back. ANAF knows one registered address, so the way back is one for all
/// companies; a cookie remembers where the person came from.
/// </summary>
static class AnafAuthorization
{
    const string From = "invoicesync-anaf";

    public static void MapAnafAuthorization(this WebApplication app)
    {
        app.MapGet("/anaf/authorize", Leave).RequireAuthorization("integration.manage").ExcludeFromDescription();
        app.MapGet("/anaf/return", Return).RequireAuthorization("integration.manage").ExcludeFromDescription();
        app.MapGet("/anaf/callback", Back).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> Leave(HttpContext http, IDispatcher dispatcher, PortalOptions options)
    {
        var answer = await dispatcher.Send(new AuthorizeAnaf(Callback(http, options)), http.RequestAborted);
        if (answer.Error is { } error) return Results.Redirect(Settings(http.Request.PathBase, error.Code));
        http.Response.Cookies.Append(From, TenantAddress.SlugOf(http)!, new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(10) });
        return Results.Redirect(answer.OrThrow().AbsoluteUri);
    }

    // Outside any company: hands the answer on to the company the person came from, where they are signed in.
    static IResult Back(HttpContext http) =>
        http.Request.Cookies[From] is { Length: >= 3 and <= 40 } slug && slug.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Results.Redirect($"/t/{slug}/anaf/return{http.Request.QueryString}")
            : Results.Redirect("/choose");

    static async Task<IResult> Return(HttpContext http, string? code, string? state, string? error, IDispatcher dispatcher, PortalOptions options)
    {
        http.Response.Cookies.Delete(From);
        if (error is not null || code is null || state is null) return Results.Redirect(Settings(http.Request.PathBase, "anaf.authorization_refused"));
        var answer = await dispatcher.Send(new CompleteAnafAuthorization(state, code, Callback(http, options)), http.RequestAborted);
        return Results.Redirect(Settings(http.Request.PathBase, answer.Error?.Code ?? "authorized"));
    }

    static string Settings(PathString home, string outcome) => $"{home}/settings/anaf?outcome={Uri.EscapeDataString(outcome)}";

    static Uri Callback(HttpContext http, PortalOptions options) =>
        new(options.PublicOrigin ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), "/anaf/callback");
}
