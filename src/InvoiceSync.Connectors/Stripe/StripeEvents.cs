using System.Text;
using InvoiceSync.Sync;

namespace InvoiceSync.Connectors.Stripe;

/// <summary>
/// Catch-up over /v1/events, which keeps thirty days. Stripe lists newest first; we walk up from a cursor with ending_before,
/// so that what is stored is always a prefix of what happened.
/// </summary>
sealed class StripeEvents(StripeClient client)
{
    public Task<SourceAnswer<EventPage>> After(SourceAccount account, string eventId, DateTimeOffset? from, CancellationToken ct) =>
        Ask(account, Filter(StripePage.Largest, from).Add("ending_before", eventId), ct).Select(page => OldestFirst(page, page.HasMore));

    public Task<SourceAnswer<EventPage>> Newest(SourceAccount account, CancellationToken ct) =>
        Ask(account, Filter(1, null), ct).Select(page => OldestFirst(page, false));

    /// <summary>Walks down to the oldest page and answers that one; the way up from there is <see cref="After"/>.</summary>
    public async Task<SourceAnswer<EventPage>> Oldest(SourceAccount account, DateTimeOffset from, CancellationToken ct)
    {
        string? below = null;
        while (true)
        {
            var asked = Ask(account, Filter(StripePage.Largest, from).Add("starting_after", below), ct);
            if (await asked is not SourceAnswer<StripePage>.Found { Value.HasMore: true, Value: var page })
                return await asked.Select(last => OldestFirst(last, below is not null));
            if (page.Items[^1].Id == below) return new SourceAnswer<EventPage>.Broken("The list of events does not end.");
            below = page.Items[^1].Id;
        }
    }

    Task<SourceAnswer<StripePage>> Ask(SourceAccount account, StripeForm form, CancellationToken ct) =>
        StripePage.Ask(client, account, StripeCall.Get("/v1/events", form), ct);

    static StripeForm Filter(int limit, DateTimeOffset? from)
    {
        var form = new StripeForm().Add("limit", limit);
        return from is { } since ? form.Add("created[gte]", since) : form;
    }

    static EventPage OldestFirst(StripePage page, bool more) => new([.. page.Items.Reverse().Select(Read)], more);

    static SourceEvent Read(StripeObject one)
    {
        var json = one.ToJson();
        return StripeEnvelopes.Read(Encoding.UTF8.GetBytes(json)) switch
        {
            HookReading.Envelope envelope => new(envelope.Value, json),
            HookReading.Unreadable unreadable => throw new StripeShapeException($"{one.Name}: {unreadable.Why}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
