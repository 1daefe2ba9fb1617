using InvoiceSync.Sync;

namespace InvoiceSync.Tests.Connectors.Stripe;

public sealed class StripeEventsTests
{
    static readonly CancellationToken Ct = TestContext.Current.CancellationToken;
    static readonly DateTimeOffset Since = DateTimeOffset.FromUnixTimeSeconds(1_760_000_000);

    // Newest first, as Stripe keeps them: evt_250 … evt_1.
    static readonly List<string> History = [.. Enumerable.Range(1, 250).Reverse().Select(i =>
        $$"""{"id":"evt_{{i}}","object":"event","type":"invoice.paid","created":{{1_760_000_000 + i}},"livemode":false,"data":{"object":{"id":"in_{{i}}","object":"invoice"} } }""")];

    [Fact]
    public async Task Catching_up_from_a_cursor_walks_up_oldest_first()
    {
        var seen = await Walk("evt_40", null);
        Assert.Equal(Enumerable.Range(41, 210).Select(i => $"evt_{i}"), seen);
    }

    [Fact]
    public async Task Without_a_cursor_it_begins_at_the_oldest_since()
    {
        var seen = await Walk(null, Since);
        Assert.Equal(Enumerable.Range(1, 250).Select(i => $"evt_{i}"), seen);
    }

    [Fact]
    public async Task Without_anything_it_answers_the_newest_as_a_cursor_to_keep()
    {
        var page = Found(await Ask(Stripe(), null, null));
        Assert.Equal("evt_250", Assert.Single(page.Events).Envelope.EventId);
        Assert.False(page.HasMore);
        Assert.Contains("\"in_250\"", page.Events[0].Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_stripe_has_forgotten_is_gone()
    {
        var fake = new FakeStripe().Then(400, """{"error":{"type":"invalid_request_error","code":"resource_missing","message":"No such event: 'evt_0'","param":"ending_before"}}""");
        Assert.IsType<SourceAnswer<EventPage>.Gone>(await Ask(fake, "evt_0", null));
    }

    [Fact]
    public async Task An_empty_page_that_promises_more_does_not_loop()
    {
        var fake = new FakeStripe().At("/stripe/v1/events", _ => FakeStripe.List(true));
        Assert.IsType<SourceAnswer<EventPage>.Broken>(await Ask(fake, null, Since));
        Assert.IsType<SourceAnswer<EventPage>.Broken>(await Ask(fake, "evt_1", null));
        Assert.Equal(2, fake.Requests.Count);
    }

    [Fact]
    public async Task A_server_that_ignores_the_cursor_does_not_loop()
    {
        var fake = new FakeStripe().At("/stripe/v1/events", _ => FakeStripe.List(true, History[0]));
        Assert.IsType<SourceAnswer<EventPage>.Broken>(await Ask(fake, null, Since));
        Assert.Equal(2, fake.Requests.Count);
    }

    static async Task<List<string>> Walk(string? after, DateTimeOffset? from)
    {
        var (fake, seen) = (Stripe(), new List<string>());
        while (true)
        {
            var page = Found(await Ask(fake, after, from));
            seen.AddRange(page.Events.Select(e => e.Envelope.EventId));
            if (!page.HasMore) break;
            after = seen[^1];
        }

        if (from is not null) Assert.All(fake.Requests, r => Assert.Equal("1760000000", r["created[gte]"]));
        return seen;
    }

    static FakeStripe Stripe() => new FakeStripe().At("/stripe/v1/events", asked =>
    {
        if (asked["ending_before"] is not { } before) return StripeSample.PageOf(History, asked);
        var end = History.FindIndex(e => e.Contains($"\"{before}\"", StringComparison.Ordinal));
        var start = Math.Max(0, end - 100);
        return FakeStripe.List(start > 0, [.. History[start..end]]);
    });

    static async Task<SourceAnswer<EventPage>> Ask(FakeStripe fake, string? after, DateTimeOffset? from)
    {
        using var stripe = new StripeUnderTest(fake);
        return await stripe.Sales.Events(StripeUnderTest.Account, after, from, Ct);
    }

    static EventPage Found(SourceAnswer<EventPage> answer) => Assert.IsType<SourceAnswer<EventPage>.Found>(answer).Value;
}
