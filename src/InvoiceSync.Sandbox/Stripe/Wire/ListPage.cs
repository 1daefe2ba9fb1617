using System.Text.Json.Nodes;
using InvoiceSync.Sandbox.Storage;

namespace InvoiceSync.Sandbox.Stripe.Wire;

/// <summary>
/// A cursor page, newest first. The walk starts at the cursor and ends after <c>limit</c> hits plus one,
/// so a page costs the same at the head and at the tail of a long list.
/// </summary>
static class ListPage
{
    public static JsonObject Read(
        Parameters parameters, string url, Table table, SortedRows rows, Func<Row, bool> fits, Func<Row, JsonObject> show, bool oldestFirst = false)
    {
        var limit = Limit(parameters);
        var (after, before) = (Cursor(parameters, "starting_after", table), Cursor(parameters, "ending_before", table));
        if (after is not null && before is not null)
            throw StripeRefusal.Invalid("You cannot parameterize both starting_after and ending_before.", "starting_after");

        // Down the screen means towards older rows, unless the list is shown oldest first.
        var downwards = before is null;
        var step = downwards == oldestFirst ? 1 : -1;
        var position = Start(rows, after ?? before, step);
        var created = CreatedRange.Read(parameters);
        var found = new List<Row>(limit + 1);
        for (; position >= 0 && position < rows.Count && found.Count <= limit; position += step)
        {
            var row = rows[position];
            if (created.IsBehind(row.Created, step)) break;
            if (created.Holds(row.Created) && fits(row)) found.Add(row);
        }

        var more = found.Count > limit;
        if (more) found.RemoveAt(limit);
        if (!downwards) found.Reverse();
        return Of(url, more, found.Select(show));
    }

    public static JsonObject Of(string url, bool more, IEnumerable<JsonObject> data) => new()
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. data]),
        ["has_more"] = more,
        ["url"] = url,
    };

    static int Start(SortedRows rows, Row? cursor, int step)
    {
        if (cursor is null) return step > 0 ? 0 : rows.Count - 1;
        var position = rows.FirstNotBefore(cursor);
        if (step < 0) return position - 1;
        return rows.PositionOf(cursor) >= 0 ? position + 1 : position;
    }

    static int Limit(Parameters parameters)
    {
        var limit = parameters.Integer("limit") ?? 10;
        return limit is >= 1 and <= 100
            ? (int)limit
            : throw StripeRefusal.Invalid(limit < 1
                ? "This value must be greater than or equal to 1."
                : "This value must be less than or equal to 100.", "limit");
    }

    static Row? Cursor(Parameters parameters, string name, Table table)
    {
        if (parameters.Text(name) is not { Length: > 0 } id) return null;
        return table.Find(id) ?? throw StripeRefusal.NotFound(table.Name[(table.Name.LastIndexOf('/') + 1)..], id, name);
    }
}
