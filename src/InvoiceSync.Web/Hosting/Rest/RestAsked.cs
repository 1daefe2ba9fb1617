using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>What a checked query asks for. Filters that were left out are null.</summary>
sealed class RestAsked(IReadOnlyDictionary<string, object> values, string sort, bool descending, int limit, RestKey? after)
{
    public string Sort => sort;

    public bool Descending => descending;

    public int Limit => limit;

    public RestKey? After => after;

    public string? Text(string name) => values.GetValueOrDefault(name) as string;

    public T? One<T>(string name) where T : struct => values.TryGetValue(name, out var value) ? (T)value : null;

    /// <summary>The bounds of a range; null when none was given.</summary>
    public Between<T>? Range<T>(string name) where T : struct, IComparable<T>
    {
        var (exact, range) = (One<T>(name), new Between<T>(One<T>(name + "[gte]"), One<T>(name + "[gt]"), One<T>(name + "[lte]"), One<T>(name + "[lt]")));
        if (exact is { } value) return new(value, range.Above, value, range.Below);
        return range == new Between<T>() ? null : range;
    }

    public IReadOnlyDictionary<string, string> Metadata =>
        values.Where(v => MetadataKey(v.Key) is not null).ToDictionary(v => MetadataKey(v.Key)!, v => (string)v.Value);

    /// <summary>The key in metadata[key]; null when it is another parameter.</summary>
    public static string? MetadataKey(string name) =>
        name.Length is > 10 and <= 60 && name.StartsWith("metadata[", StringComparison.Ordinal) && name[^1] == ']' ? name[9..^1] : null;
}

/// <summary>A page as a use case answers it: rows, and the key of the last one when there are more.</summary>
sealed record RestPage<T>(IReadOnlyList<T> Rows, RestKey? Next);

static class RestPages
{
    public static Result<RestPage<T>> ToRest<T>(this Result<Page<T>> answer) =>
        answer.Match<Result<RestPage<T>>>(page => new RestPage<T>(page.Rows, page.Next is { } next ? RestKey.Of(next) : null), error => error);
}
