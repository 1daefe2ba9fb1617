using System.Text.Json;
using System.Text.Json.Nodes;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>A page on the wire. Ask for the next one with after = next_cursor until has_more is false.</summary>
sealed record RestRows<T>(IReadOnlyList<T> Data, string? NextCursor) : IResult where T : class
{
    public bool HasMore => NextCursor is not null;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        var page = new JsonObject
        {
            ["data"] = RestFields.Select(JsonSerializer.SerializeToNode(Data, RestJson.Options), httpContext.Request.Query),
            ["has_more"] = HasMore,
            ["next_cursor"] = NextCursor,
        };
        return JsonSerializer.SerializeAsync(httpContext.Response.Body, page, RestJson.Options, httpContext.RequestAborted);
    }
}
