using System.Text.Json;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>One thing on the wire: its ETag when it has a version, 304 when the caller has it already, and only the fields asked for.</summary>
sealed class RestAnswer<T>(T body, long? version = null, int status = StatusCodes.Status200OK) : IResult where T : class
{
    /// <summary>Of what was made: where it is now.</summary>
    public string? Location { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, answer) = (httpContext.Request, httpContext.Response);
        if (Location is not null) answer.Headers.Location = Location;
        if (version is { } known)
        {
            answer.Headers.ETag = RestVersion.Of(known);
            answer.Headers.CacheControl = "private, no-cache";
            if (HttpMethods.IsGet(request.Method) && RestVersion.IsKnown(request, known))
            {
                answer.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }
        }

        answer.StatusCode = status;
        answer.ContentType = "application/json; charset=utf-8";
        // Only a query of one that has a shape may name fields, and it was checked before.
        var shown = HttpMethods.IsGet(request.Method) ? RestFields.Select(JsonSerializer.SerializeToNode(body, RestJson.Options), request.Query) : JsonSerializer.SerializeToNode(body, RestJson.Options);
        return JsonSerializer.SerializeAsync(answer.Body, shown, RestJson.Options, httpContext.RequestAborted);
    }
}
