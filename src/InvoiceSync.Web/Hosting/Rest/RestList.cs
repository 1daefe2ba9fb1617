using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

/// <summary>
/// What a list can be asked for. <c>RestList.Sorted("-created_at", "issue_date").OneOf("status", Statuses).Text("search", 100, "…").Days("issue_date", "…")</c>:
/// sorted by the first when nothing is said, either by any of them with or without the minus; ranges take <c>issue_date[gte]=</c>, gt, lte, lt or the bare name.
/// </summary>
sealed partial class RestList : IRestQuery
{
    const string Sort = "sort", Limit = "limit", After = "after";
    static readonly string[] Bounds = ["", "[gte]", "[gt]", "[lte]", "[lt]"];

    static readonly Dictionary<string, bool> YesAndNo = new()
    {
        ["true"] = true,
        ["false"] = false,
    };

    readonly Dictionary<string, Filter> filters = [];
    readonly string[] orders;

    sealed record Filter(RestParameter Shown, Func<string, object?> Read, string Expected);

    RestList(string[] orders) => this.orders = orders;

    /// <summary>The rows' public shape, from which fields= chooses; set where the endpoint is described.</summary>
    public Type? Shape { get; init; }

    public static RestList Sorted(params string[] orders) => new(orders);

    public RestList Of(Type shape)
    {
        var shaped = new RestList(orders) { Shape = shape };
        foreach (var (name, filter) in filters) shaped.filters[name] = filter;
        return shaped;
    }

    public RestList Text(string name, int most, string description) =>
        Add(name, "string", description, text => text.Length <= most && !text.Contains('\0', StringComparison.Ordinal) ? text : null, $"a text of at most {most} characters");

    public RestList OneOf<T>(string name, IReadOnlyDictionary<string, T> known, string description) where T : notnull =>
        Add(name, "string", description, text => known.TryGetValue(text, out var value) ? value : null, $"one of {string.Join(", ", known.Keys)}", known: [.. known.Keys]);

    public RestList YesOrNo(string name, string description) => OneOf(name, YesAndNo, description);

    /// <summary>expand=customer: what the rows may carry whole instead of by name.</summary>
    public RestList Expand(params string[] known) => OneOf(RestExpand.Name, known.ToDictionary(k => k), RestExpand.Description);

    public RestList Currency(string name, string description) =>
        Add(name, "string", description, text => text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? new Currency(text) : null, "a currency of ISO 4217, like RON");

    public RestList Id<TId>(string name, string description) where TId : struct, IId<TId> =>
        Add(name, "string", description, text => Ids.TryParse<TId>(text, out var id) ? id : null, $"an id like {TId.Prefix}_…");

    public RestList Days(string name, string description) => Range(name, "string", "date", description, text => RestValues.Day(text), "a day between 2000 and 2100 as yyyy-MM-dd");

    public RestList Times(string name, string description) => Range(name, "string", "date-time", description, text => RestValues.Time(text), "an instant like 2026-11-21T09:30:00Z");

    public RestList Amounts(string name, string description) => Range(name, "number", null, description, text => RestValues.Amount(text), "a number like 1210.50");

    /// <summary>metadata[key]=value, as often as wanted with different keys.</summary>
    public RestList Metadata() => Add("metadata[key]", "string", "Only what has this value under the key.", text => text.Length <= 500 ? text : null, "a text of at most 500 characters");

    RestList Range(string name, string type, string? format, string description, Func<string, object?> read, string expected)
    {
        foreach (var bound in Bounds) Add(name + bound, type, bound.Length == 0 ? description : $"{description} Bound: {bound[1..^1]}.", read, expected, format);
        return this;
    }

    RestList Add(string name, string type, string description, Func<string, object?> read, string expected, string? format = null, IReadOnlyList<string>? known = null)
    {
        filters[name] = new(new(name, type, description, format, known), read, expected);
        return this;
    }
}
