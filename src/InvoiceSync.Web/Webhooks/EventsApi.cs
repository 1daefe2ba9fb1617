using System.Text.Json;
using InvoiceSync.Kernel;
using InvoiceSync.Web.Hosting;
using InvoiceSync.Web.Hosting.Rest;
using InvoiceSync.Webhooks;

namespace InvoiceSync.Web.Webhooks;

/// <summary>GET /v1/events: what happened, in an order that never changes. Ask again with after = next_cursor; when there is nothing new it is the same.</summary>
static class EventsApi
{
    // More than that at once waits for the next call; nothing is lost by it.
    const int MostRounds = 20;

    public static void MapEventsApi(this RouteGroupBuilder v1) => v1.MapGet("/events", List).WithTags("Events")
        .WithMetadata(EventsQuery.Instance).Describe<EventRows>("list_events", "What happened, oldest first", 400);

    static async Task<IResult> List(HttpRequest request, IDispatcher dispatcher, CancellationToken ct)
    {
        var query = EventsQuery.Read(request.Query);
        for (var round = 0; round < MostRounds; round++)
        {
            var numbered = await dispatcher.Send(new NumberEvents(), ct);
            // Somebody else began the company's feed this moment: look again.
            if (numbered.Error is { Code: not "row.duplicated" and not "row.changed" } error) return error.ToRestProblem();
            if (numbered.IsOk && numbered.OrThrow() < NumberEvents.Most) break;
        }

        return (await dispatcher.Ask(query, ct)).Match<IResult>(
            found => new RestAnswer<EventRows>(new([.. found.Rows.Select(EventBody.Of)], found.HasMore, found.Rows is [.., var last] ? last.Id.ToString() : query.After is { } after ? new FeedEventId(after).ToString() : null)),
            error => RestProblem.Of(error, error.Field is null ? [] : [FieldProblem.InQuery("after", error)]));
    }

    sealed record EventRows(IReadOnlyList<EventBody> Data, bool HasMore, string? NextCursor);

    /// <summary>Sequence counts the company's events, object.sequence those of the one object: a reader who missed none sees no gap in the first, as far as types and permissions show all.</summary>
    sealed record EventBody(string Id, string Type, DateTimeOffset CreatedAt, long Sequence, EventObject Object, JsonElement Data)
    {
        public static EventBody Of(FeedEvent e)
        {
            using var data = JsonDocument.Parse(e.Data);
            return new(e.Id.ToString(), e.Type, e.At.ToUniversalTime(), e.Sequence, new(e.ObjectType, e.ObjectId, e.ObjectSequence), data.RootElement.Clone());
        }
    }

    sealed record EventObject(string Type, string Id, long Sequence);
}
