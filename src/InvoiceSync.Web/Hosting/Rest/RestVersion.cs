using System.Globalization;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.Extensions.Primitives;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// ETag is the version of what was read, like "7". A change names it in If-Match: without it 428, with an older one 412, with * whatever
/// is there is changed. An If-None-Match that still holds answers 304.
/// </summary>
static class RestVersion
{
    sealed class Needed;

    static readonly Needed Mark = new();

    public static RouteHandlerBuilder NeedsIfMatch(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(Mark);

    public static bool IsNeeded(IEnumerable<object> metadata) => metadata.Contains(Mark);

    public static ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var header = call.HttpContext.Request.Headers.IfMatch;
        if (header.Count == 0) return IsNeeded(call.HttpContext.GetEndpoint()!.Metadata) ? new(RestErrors.VersionMissing.ToRestProblem()) : next(call);
        return header == "*" || Read(header) is not null ? next(call) : new(RestErrors.VersionInvalid.ToRestProblem());
    }

    /// <summary>The version a caller believes to change, for the command; null when whatever is there may be changed.</summary>
    public static long? Expected(HttpRequest request) => Read(request.Headers.IfMatch);

    /// <summary>Of a draft, below zero, "d7": the invoice it becomes under the same id counts anew, and what was read of the draft is not known of the invoice.</summary>
    public static string Of(long version) => version < 0 ? string.Create(CultureInfo.InvariantCulture, $"\"d{-version}\"") : string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>The use cases know of no headers: what they call changed meanwhile is, to who sent If-Match, a precondition that failed (412).</summary>
    public static Error Preconditioned(this Error error, HttpRequest request) =>
        request.Headers.IfMatch.Count > 0 && error.Code is "row.changed" or "draft.changed" ? Aggregate.Changed : error;

    /// <summary>Whether the caller has it already. Weak comparison, as RFC 9110 §13.1.2 has it: caches on the way may have weakened what we gave.</summary>
    public static bool IsKnown(HttpRequest request, long version) => request.Headers.IfNoneMatch
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(tag => tag == "*" || (tag.StartsWith("W/", StringComparison.Ordinal) ? tag[2..] : tag) == Of(version));

    static long? Read(StringValues header)
    {
        if (header is not [{ Length: > 2 and < 22 } tag] || tag[0] != '"' || tag[^1] != '"') return null;
        var isDraft = tag[1] == 'd';
        return long.TryParse(tag.AsSpan(isDraft ? 2 : 1, tag.Length - (isDraft ? 3 : 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? isDraft ? -version : version : null;
    }
}
