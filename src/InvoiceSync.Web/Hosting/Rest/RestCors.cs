using InvoiceSync.Access;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using Microsoft.Net.Http.Headers;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// Pages of other sites that call version 1 in a browser. Before the call the browser asks without the key, so that is answered when any company allows the page's origin; what
/// the call answers may be read only where the key's own company does. A refusal before any company is known holds nothing of one: any page may read it, to
/// tell its people what is wrong. Keys come in a header, never in a cookie: credentials are not allowed.
/// </summary>
static class RestCors
{
    const string Methods = "GET, POST, PUT, PATCH, DELETE";
    const string Sent = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match";
    const string Read = "ETag, Location, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, Idempotent-Replayed, Content-Disposition";
    const string Seconds = "600";
    const string Anybody = "*";

    // What the key's company says of the page's origin: that origin, or empty where it may not read.
    static readonly object Reader = new();

    /// <summary>Before all that refuses. Written when the answer begins, since a failure wipes the headers that stand by then.</summary>
    public static IApplicationBuilder UseRestReaders(this IApplicationBuilder app) => app.UseWhen(http => RestAddress.IsAt(http.Request.Path), v1 => v1.Use(async (http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            if (!headers.Vary.Any(v => v!.Contains(HeaderNames.Origin, StringComparison.Ordinal))) headers.Append(HeaderNames.Vary, HeaderNames.Origin);
            var isRefusal = http.Response.StatusCode >= StatusCodes.Status400BadRequest;
            var reader = http.Items[Reader] as string ?? (isRefusal && OriginOf(http.Request) is not null ? Anybody : "");
            if (reader.Length == 0) return Task.CompletedTask;
            headers.AccessControlAllowOrigin = reader;
            headers.AccessControlExposeHeaders = Read;
            return Task.CompletedTask;
        });
        await next(http);
    }));

    /// <summary>The question before the call, answered before anybody asks for a key.</summary>
    public static IApplicationBuilder UseRestPreflight(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (!HttpMethods.IsOptions(request.Method) || !RestAddress.IsAt(request.Path) || OriginOf(request) is not { } origin || request.Headers.AccessControlRequestMethod.Count == 0)
        {
            await next(http);
            return;
        }

        var headers = http.Response.Headers;
        headers.Vary = $"{HeaderNames.Origin}, {HeaderNames.AccessControlRequestMethod}, {HeaderNames.AccessControlRequestHeaders}";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        var dispatch = http.RequestServices.GetRequiredService<ScopedDispatch>();
        var asked = await dispatch.As(Caller.Nobody, d => d.Send(new IsOriginKnown(origin), http.RequestAborted));
        if (asked.Error is { } why) await why.ToRestProblem().ExecuteAsync(http);
        if (asked.Error is not null || !asked.OrThrow().IsKnown) return;
        headers.AccessControlAllowOrigin = origin;
        headers.AccessControlAllowMethods = Methods;
        headers.AccessControlAllowHeaders = Sent;
        headers.AccessControlMaxAge = Seconds;
    });

    /// <summary>After the key is known, before the limits, so that a page reads these refusals too.</summary>
    public static IApplicationBuilder UseRestCors(this IApplicationBuilder app) => app.UseWhen(
        http => RestAddress.IsAt(http.Request.Path) && http.User.Identity is { IsAuthenticated: true, AuthenticationType: ApiKeyAuthentication.Name },
        v1 => v1.Use(async (http, next) =>
        {
            if (OriginOf(http.Request) is { } origin)
            {
                var may = await http.RequestServices.GetRequiredService<IDispatcher>().Ask(new MayCallFrom(origin), http.RequestAborted);
                if (may.Error is { } why)
                {
                    await why.ToRestProblem().ExecuteAsync(http);
                    return;
                }

                http.Items[Reader] = may.OrThrow() ? origin : "";
            }

            await next(http);
        }));

    static string? OriginOf(HttpRequest request) => request.Headers.Origin is [{ Length: > 0 and <= 300 } origin] ? origin : null;
}
