using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Tenancy;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class CatchUpTests
{
    readonly FakeSales stripe = new();
    readonly RecordingInbox inbox = new();

    [Fact]
    public async Task What_happened_after_the_last_known_event_is_stored_as_if_delivered()
    {
        stripe.Cursor = "evt_5";
        stripe.Happens = (after, from) => new SourceAnswer<EventPage>.Found((after, from) switch
        {
            ("evt_5", null) => new([Event("evt_6"), Event("evt_7")], true),
            ("evt_7", null) => new([Event("evt_8")], false),
            _ => new([], false),
        });
        await CatchUp();
        Assert.Equal(["evt_6", "evt_7", "evt_8"], inbox.Entries.Select(e => e.Envelope.EventId));
        Assert.All(inbox.Entries, e => Assert.Equal(("poll", "ReadSale"), (e.Via, e.Work!.Name)));
        Assert.Equal("evt_8", Assert.Single(stripe.Dispatcher.Sent<NoteConnection>()).EventsCursor);
    }

    [Fact]
    public async Task The_last_minutes_are_always_read_once_more()
    {
        stripe.Cursor = "evt_5";
        stripe.Happens = (after, from) => new SourceAnswer<EventPage>.Found(after is null && from == Some.Noon.AddMinutes(-10) ? new([Event("evt_4")], false) : new([], false));
        await CatchUp();
        Assert.Equal(["evt_4"], inbox.Entries.Select(e => e.Envelope.EventId));
        Assert.Empty(stripe.Dispatcher.Sent<NoteConnection>());
    }

    [Fact]
    public async Task Without_a_cursor_it_begins_with_the_newest()
    {
        stripe.Happens = (after, from) => new SourceAnswer<EventPage>.Found(after is null && from is null ? new([Event("evt_9")], true) : new([], false));
        await CatchUp();
        Assert.Empty(inbox.Entries);
        Assert.Equal("evt_9", Assert.Single(stripe.Dispatcher.Sent<NoteConnection>()).EventsCursor);
    }

    [Fact]
    public async Task A_cursor_too_old_gives_way_to_the_newest()
    {
        stripe.Cursor = "evt_1";
        stripe.Happens = (after, from) => after == "evt_1"
            ? new SourceAnswer<EventPage>.Gone()
            : new SourceAnswer<EventPage>.Found(from is null ? new([Event("evt_9")], false) : new([], false));
        await CatchUp();
        Assert.Equal("evt_9", Assert.Single(stripe.Dispatcher.Sent<NoteConnection>()).EventsCursor);
    }

    [Fact]
    public async Task While_the_source_is_away_the_cursor_stays()
    {
        stripe.Cursor = "evt_5";
        stripe.Happens = (_, _) => new SourceAnswer<EventPage>.Unavailable("away");
        await Assert.ThrowsAsync<RuleBrokenException>(CatchUp);
        Assert.Empty(stripe.Dispatcher.Sent<NoteConnection>());
    }

    [Fact]
    public async Task A_tenant_without_a_key_has_nothing_to_catch_up()
    {
        stripe.Dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>([]);
        await Handler().Handle(new(), TestContext.Current.CancellationToken);
        Assert.Single(stripe.Dispatcher.Heard);
    }

    static SourceEvent Event(string id) => new(new(id, "invoice.paid", "invoice", "in_1") { CreatedAt = Some.Noon }, "{}");

    Task CatchUp()
    {
        GetConnections.View connected = new(Some.Connection, "stripe", false, null, new Dictionary<string, string>(), ["api_key"], null, null, null, null, null, null);
        stripe.Dispatcher.Tell<GetConnections, IReadOnlyList<GetConnections.View>>([connected]);
        return Handler().Handle(new(), TestContext.Current.CancellationToken);
    }

    CatchUp.Handler Handler() => new(stripe.Dispatcher, stripe.Dispatcher.Scoped(), stripe.Door, inbox, new Refetching(), stripe.Who, stripe.Clock);

    sealed class RecordingInbox : IInboxStore
    {
        public List<InboxEntry> Entries { get; } = [];

        public Task Store(IReadOnlyList<InboxEntry> entries, CancellationToken ct)
        {
            Entries.AddRange(entries);
            return Task.CompletedTask;
        }
    }

    sealed class Refetching : IInboundHook
    {
        public string Provider => "stripe";

        public HookVerdict Verify(ReadOnlySpan<byte> body, string? signatureHeader, IReadOnlyList<string> secrets, DateTimeOffset now) => HookVerdict.Genuine;

        public HookReading Read(ReadOnlySpan<byte> body) => new HookReading.Unreadable("not asked");

        public HookMeaning Explain(HookEnvelope envelope) => new HookMeaning.Refetch(new(SaleKind.Invoice, envelope.ObjectId!));
    }
}
