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
        if (!request.HasJsonContentType() || !IsUtf8(request)) return Refused(ApiErrors.BodyNotJson.ToRestProblem());
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, Strict, request.HttpContext.RequestAborted);
            var problems = BodyCheck.Of<T>(body.RootElement);
            if (problems.Count > 0) return Refused(RestProblem.Of(ApiErrors.BodyInvalid(null), problems));
            return (body.RootElement.Deserialize<T>(RestJson.Options), body.RootElement.EnumerateObject().Select(p => p.Name).ToHashSet(), null);
        }
        catch (JsonException)
        {
            return Refused(ApiErrors.BodyNotJson.ToRestProblem());
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Refused(ApiErrors.BodyTooLarge.ToRestProblem());
        }

        static (T?, IReadOnlySet<string>, ProblemHttpResult) Refused(ProblemHttpResult refusal) => (null, new HashSet<string>(), refusal);
    }

    static bool IsUtf8(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
