using InvoiceSync.Web.Hosting.Rest;

namespace InvoiceSync.Web.Reports;

/// <summary>What a report takes in its query, and its shape for fields=. Unlike a page of the portal it refuses what it cannot read.</summary>
sealed class ReportQuery(Type shape, params string[] takes) : IRestQuery
{
    static readonly Dictionary<string, (RestParameter Shown, Func<string, bool> Takes, string Expected)> All = new()
    {
        ["from"] = (new("from", "string", "The first day; the first of this month when both are left out.", "date"), text => RestValues.Day(text) is not null, "a day between 2000 and 2100 as yyyy-MM-dd"),
        ["to"] = (new("to", "string", "The last day.", "date"), text => RestValues.Day(text) is not null, "a day between 2000 and 2100 as yyyy-MM-dd"),
        ["by"] = (new("by", "string", "One row for each day or month; of more than two months, months when left out.", Known: ["day", "month"]), text => text is "day" or "month", "day or month"),
        ["basis"] = (new("basis", "string", "By the day of issue, or by the month of supply; then the period is widened to whole months.", Known: ["issue", "supply"]), text => text is "issue" or "supply", "issue or supply"),
        ["currency"] = (new("currency", "string", "Only this currency, by ISO 4217."), text => text.Length == 3 && text.All(char.IsAsciiLetterUpper), "a currency of ISO 4217, like RON"),
    };

    public IEnumerable<RestParameter> Parameters => [.. takes.Select(name => All[name].Shown), RestFields.Parameter];

    public FieldProblem? Check(string name, string value)
    {
        if (name == RestFields.Name) return RestFields.Check(value, shape);
        if (!takes.Contains(name)) return RestQuery.Unknown(name);
        return All[name].Takes(value) ? null : RestQuery.Invalid(name, All[name].Expected);
    }
}
