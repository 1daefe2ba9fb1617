using System.Globalization;
using System.Security.Claims;
using InvoiceSync.Kernel;

namespace InvoiceSync.Web.Hosting.Rest;

sealed partial class RestList
{
    string[] Orders => [.. orders.SelectMany(o => (string[])[o, o.StartsWith('-') ? o[1..] : "-" + o])];

    public IEnumerable<RestParameter> Parameters =>
    [
        .. filters.Values.Select(f => f.Shown),
        new(Sort, "string", $"The order; {orders[0]} when left out. With a minus the largest first.", Known: Orders),
        new(Limit, "integer", $"Rows on a page, 1 to {ApiInput.MostRows}; {ApiInput.UsualRows} when left out."),
        new(After, "string", "next_cursor of the page before, as it is."),
        .. Shape is null ? [] : new[] { RestFields.Parameter },
    ];

    public FieldProblem? Check(string name, string value)
    {
        if (name == Sort) return Orders.Contains(value) ? null : RestQuery.Invalid(name, $"one of {string.Join(", ", Orders)}");
        if (name == Limit) return RestValues.Rows(value) is null ? RestQuery.Invalid(name, $"a whole number from 1 to {ApiInput.MostRows}") : null;
        if (name == After) return null;
        if (name == RestFields.Name && Shape is not null) return RestFields.Check(value, Shape);
        if (FilterOf(name) is not { } filter) return RestQuery.Unknown(name);
        return filter.Read(value) is null ? RestQuery.Invalid(name, filter.Expected) : null;
    }

    /// <summary>Answers one page: the query was checked, ask brings the rows, show gives each its public shape.</summary>
    public async Task<IResult> Page<TRow, TBody>(HttpContext http, Func<RestAsked, Task<Result<RestPage<TRow>>>> ask, Func<TRow, TBody> show) where TBody : class
    {
        var cursors = http.RequestServices.GetRequiredService<RestCursor>();
        var order = http.Request.Query[Sort] is [{ } said] ? said : orders[0];
        var (company, list) = (http.User.FindFirstValue(PortalClaims.Tenant) ?? "", http.Request.Path.Value!.ToLowerInvariant());
        RestKey? after = null;
        if (http.Request.Query[After] is [{ Length: > 0 } text] && (after = cursors.Read(text, company, list, order)) is null)
            return RestProblem.Of(ApiErrors.CursorInvalid, [FieldProblem.InQuery(After, ApiErrors.CursorInvalid)]);

        var asked = new RestAsked(Values(http.Request.Query), order.TrimStart('-'), order.StartsWith('-'), RestValues.Rows(http.Request.Query[Limit].ToString()) ?? ApiInput.UsualRows, after);
        return (await ask(asked)).Match<IResult>(
            page => new RestRows<TBody>([.. page.Rows.Select(show)], page.Next is { } next ? cursors.Write(next, company, list, order) : null),
            error => error.ToRestProblem());
    }

    Dictionary<string, object> Values(IQueryCollection query) => query
        .Where(p => FilterOf(p.Key) is not null && p.Value.ToString().Length > 0)
        .ToDictionary(p => p.Key, p => FilterOf(p.Key)!.Read(p.Value.ToString())!);

    Filter? FilterOf(string name) =>
        filters.GetValueOrDefault(RestAsked.MetadataKey(name) is null ? name : "metadata[key]");
}

/// <summary>Texts of a query as values; null when they are none. A sum's + arrives as a blank when nobody escaped it.</summary>
static class RestValues
{
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2100 ? day : null;

    public static DateTimeOffset? Time(string text) =>
        DateTimeOffset.TryParseExact(text.Replace(' ', '+'), ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
        && time.Year is >= 2000 and <= 2100 ? time.ToUniversalTime() : null;

    public static decimal? Amount(string text) =>
        text.Length <= 24 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 1_000_000_000_000m ? amount : null;

    public static int? Rows(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows is >= 1 and <= ApiInput.MostRows ? rows : null;
}
