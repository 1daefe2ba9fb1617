using System.Net;
using InvoiceSync.Access;

namespace InvoiceSync.Web.Hosting.Sso;

/// <summary>Takes a browser that was signed out here on to the provider, to be signed out there.</summary>
sealed class SsoExit(SsoConnections connections, IServiceProvider services)
{
    public async Task<IResult?> Onward(HttpContext http, GetSsoLeaving.View leaving)
    {
        if (await connections.Find(leaving.ConnectionSlug, http.RequestAborted) is not { } connection) return null;
        return await services.GetRequiredKeyedService<ISsoProtocol>(connection.Kind).Leave(http, connection, leaving) is { } address ? Page(address) : null;
    }

    // A page and not a redirect: our content policy lets forms lead to ourselves only, and browsers apply it to where a form is redirected.
    static IResult Page(Uri address)
    {
        var target = WebUtility.HtmlEncode(address.AbsoluteUri);
        return Results.Content(
            $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>InvoiceSync</title><meta http-equiv="refresh" content="0;url={target}"></head><body><a href="{target}">{WebUtility.HtmlEncode(address.Host)}</a></body></html>""",
            "text/html; charset=utf-8");
    }
}
