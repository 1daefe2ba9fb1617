using InvoiceSync.Kernel;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Steps;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class ListForSyncTests
{
    static readonly SyncRunId Run = Some.Id<SyncRunId>(1);
    readonly FakeSales stripe = new();

    [Fact]
    public async Task Every_page_is_queued_and_the_end_is_told()
    {
        stripe.Lists = (kind, cursor) => new SourceAnswer<SourcePage>.Found(cursor is null
            ? new([Summary($"{kind}-1"), Summary($"{kind}-2")], "next")
            : new([Summary($"{kind}-3")], null));
        await List(new(new(2026, 11, 1), new(2026, 11, 2), true, true));
        var queued = stripe.Dispatcher.Sent<QueueForSync>().ToList();
        Assert.Equal(["Invoice-1", "Invoice-2", "Invoice-3", "Charge-1", "Charge-2", "Charge-3"], queued.SelectMany(q => q.Sales).Select(s => s.Id));
        Assert.True(queued[0] is { Restart: true, Finished: false });
        Assert.True(queued[^1] is { Restart: false, Finished: true });
    }

    [Fact]
    public async Task What_was_not_chosen_is_not_listed()
    {
        var kinds = new List<SaleKind>();
        stripe.Lists = (kind, _) =>
        {
            kinds.Add(kind);
            return new SourceAnswer<SourcePage>.Found(new([], null));
        };
        await List(new(new(2026, 11, 1), new(2026, 11, 2), false, true));
        Assert.Equal([SaleKind.Charge], kinds);
    }

    [Fact]
    public async Task A_listing_that_breaks_off_is_not_finished()
    {
        stripe.Lists = (_, cursor) => cursor is null ? new SourceAnswer<SourcePage>.Found(new([Summary("in_1")], "next")) : new SourceAnswer<SourcePage>.Limited(null);
        Assert.Equal(ErrorKind.Unavailable, (await Assert.ThrowsAsync<RuleBrokenException>(() => List(new(new(2026, 11, 1), new(2026, 11, 2), true, true)))).Error.Kind);
        Assert.DoesNotContain(stripe.Dispatcher.Sent<QueueForSync>(), q => q.Finished);
    }

    static SourceSummary Summary(string id) => new(new(SaleKind.Invoice, id), null, SaleStatus.Paid, Some.Noon, Currency.Ron, 1, null, null, null);

    Task List(QueueForSync.View run)
    {
        stripe.Dispatcher.Tell<QueueForSync, QueueForSync.View>(run);
        return new ListForSync.Handler(stripe.Dispatcher, stripe.Door, stripe.Who).Handle(new(Run), TestContext.Current.CancellationToken);
    }
}
