using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>Reads a body of version 1: JSON in UTF-8, at most 1 MB, of exactly the fields its record has.</summary>
static class RestBody
{
    public const int Largest = 1024 * 1024;
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static Task<IResult> With<T>(HttpRequest request, Func<T, Task<IResult>> then) where T : class => With<T>(request, (body, _) => then(body));

    /// <summary>For PATCH, where a field that was left out and one that is null differ: sent holds the names that were there.</summary>
    public static async Task<IResult> With<T>(HttpRequest request, Func<T, IReadOnlySet<string>, Task<IResult>> then) where T : class
    {
        var (body, sent, refusal) = await Read<T>(request);
        return refusal ?? await then(body!, sent);
    }

    static async Task<(T? Body, IReadOnlySet<string> Sent, ProblemHttpResult? Refusal)> Read<T>(HttpRequest request) where T : class
    {
        var (body, refusal) = await Parse(request);
        if (refusal is null && BodyCheck.Of<T>(body) is { Count: > 0 } problems) refusal = RestProblem.Of(ApiErrors.BodyInvalid(null), problems);
        return refusal is null ? (body.Deserialize<T>(RestJson.Options), body.EnumerateObject().Select(p => p.Name).ToHashSet(), null) : (null, new HashSet<string>(), refusal);
    }

    /// <summary>The body as JSON, whatever it says.</summary>
    public static async Task<(JsonElement Body, ProblemHttpResult? Refusal)> Parse(HttpRequest request)
    {
        if (!request.HasJsonContentType() || !IsUtf8(request)) return (default, ApiErrors.BodyNotJson.ToRestProblem());
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            return (body.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return (default, ApiErrors.BodyNotJson.ToRestProblem());
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return (default, ApiErrors.BodyTooLarge.ToRestProblem());
        }
    }

    static bool IsUtf8(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
