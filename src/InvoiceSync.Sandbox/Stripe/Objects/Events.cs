using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;
using InvoiceSync.Sandbox.Stripe.Wire;

namespace InvoiceSync.Sandbox.Stripe.Objects;

static class Events
{
    public static readonly StripeRoute[] Routes =
    [
        new("GET", "/v1/events", List, "type types created delivery_success paging"),
        new("GET", "/v1/events/{id}", Get),
    ];

    static JsonObject Get(StripeCall call) =>
        call.Books.Table("event").Find(call.Id) is { } row && EventLog.IsKept(row, call.Books)
            ? Work.Parse(row)
            : throw StripeRefusal.NotFound("event", call.Id);

    static JsonObject List(StripeCall call)
    {
        var (books, given, table) = (call.Books, call.Parameters, call.Books.Table("event"));
        var types = given.Texts("types");
        if (types.Count > 20) throw StripeRefusal.Invalid("You may pass up to 20 event types.", "types");
        if (types.Count > 0 && given.Has("type")) throw StripeRefusal.Invalid("You may not pass both type and types.", "types");
        if (given.Text("type") is { } one) types = [one];

        var rows = types.Count == 1 && !types[0].Contains('*') ? table.Where("type", types[0]) : table.All;
        return ListPage.Read(given, "/v1/events", table, rows, row =>
            EventLog.IsKept(row, books) && (types.Count == 0 || types.Any(type => EventTypes.Match(type, table.Value(row, "type")!))), Work.Parse);
    }
}
