using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Web.Webhooks;

/// <summary>What the feed takes: an event instead of a cursor, since its order never changes.</summary>
sealed class EventsQuery : IRestQuery
{
    const string After = "after", Type = "type", Limit = "limit";

    public static readonly EventsQuery Instance = new();

    public IEnumerable<RestParameter> Parameters =>
    [
        new(After, "string", "The last event you know, evt_…; from the oldest when left out."),
        new(Type, "string", "A type, like invoice.issued, or all of a kind, like invoice.*."),
        new(Limit, "integer", $"Events on a page, 1 to {ApiInput.MostRows}; {ApiInput.UsualRows} when left out."),
    ];

    public FieldProblem? Check(string name, string value) => name switch
    {
        After => Ids.TryParse<FeedEventId>(value, out _) ? null : RestQuery.Invalid(name, "an id like evt_…"),
        Type => value.Length is > 0 and <= 100 && value.All(c => char.IsAsciiLetterLower(c) || c is '_' or '.' or '*') ? null : RestQuery.Invalid(name, "a type like invoice.issued or invoice.*"),
        Limit => RestValues.Rows(value) is null ? RestQuery.Invalid(name, $"a whole number from 1 to {ApiInput.MostRows}") : null,
        _ => RestQuery.Unknown(name),
    };

    public static ListEvents Read(IQueryCollection query) => new(
        Ids.TryParse<FeedEventId>(query[After].ToString(), out var after) ? after.Value : null,
        query.TryGetValue(Type, out var type) ? type.ToString() : null,
        RestValues.Rows(query[Limit].ToString()) ?? ApiInput.UsualRows);
}
