using System.Text.Json;
using InvoiceSync.Kernel;
using Microsoft.Net.Http.Headers;

namespace InvoiceSync.Web.Hosting;

/// <summary>Reads a JSON body so that a wrong one is explained by field, and hands it on.</summary>
static class ApiBody
{
    public const int Largest = 16 * 1024;

    /// <summary>For bodies that name many things.</summary>
    public const int LargestList = 256 * 1024;

    /// <summary>Let in beside JSON, so that another type is told what is wrong and not that there is no such address.</summary>
    public const string Anything = "*/*";

    public static async Task<IResult> With<T>(HttpRequest request, Func<T, Task<IResult>> then) where T : class
    {
        if (!request.HasJsonContentType() || !IsUtf8(request)) return ApiErrors.BodyNotJson.ToProblem();
        try
        {
            if (await request.ReadFromJsonAsync<T>(request.HttpContext.RequestAborted) is not { } body) return ApiErrors.BodyInvalid(null).ToProblem();
            return WithNul(body) is { } field ? ApiErrors.BodyInvalid(field).ToProblem() : await then(body);
        }
        catch (JsonException wrong)
        {
            return ApiErrors.BodyInvalid(FieldOf(wrong.Path)).ToProblem();
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiErrors.BodyTooLarge.ToProblem(large.StatusCode);
        }
    }

    // The reader would take any encoding it knows by name, and break on one it does not.
    static bool IsUtf8(HttpRequest request) =>
        request.GetTypedHeaders().ContentType?.Charset is not { HasValue: true } charset || HeaderUtilities.RemoveQuotes(charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    // No database keeps a NUL in its text.
    static string? WithNul<T>(T body) where T : class => typeof(T).GetProperties()
        .FirstOrDefault(p => p.PropertyType == typeof(string) && p.GetValue(body) is string text && text.Contains('\0', StringComparison.Ordinal)) is { } broken
        ? JsonNamingPolicy.SnakeCaseLower.ConvertName(broken.Name)
        : null;

    // $.source_id, and $ for the whole
    static string? FieldOf(string? path) => path is { Length: > 2 and <= 100 } ? path[2..] : null;

    /// <summary>Names our API gives to the fields of messages: a refusal points at what the caller wrote.</summary>
    public static Error Named(this Error error, params ReadOnlySpan<(string Ours, string Theirs)> names)
    {
        foreach (var (ours, theirs) in names)
            if (error.Field == ours) return error with { Field = theirs };
        return error;
    }
}
