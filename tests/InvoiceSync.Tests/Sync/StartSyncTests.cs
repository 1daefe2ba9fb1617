using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Sync;

public sealed class StartSyncTests : IDisposable
{
    static readonly DateOnly Day = new(2026, 1, 1);
    readonly InvoiceSyncDb db = new FakeDialect().Db(DbScope.Of(Some.Tenant));

    public void Dispose() => db.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(365)]
    public async Task Up_to_366_days_are_read_and_their_listing_is_queued(int more)
    {
        var run = await Start(new(Day, Day.AddDays(more)));
        Assert.Equal(run, Assert.Single(db.ChangeTracker.Entries<SyncRun>()).Entity.Id);
        Assert.Equal((Some.Tenant, "ListForSync", $"{run}"), Assert.Single(db.Pending.Items) is var work ? (work.Tenant, work.Name, work.Key) : default);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(366)]
    public async Task A_range_the_wrong_way_round_or_too_long_is_refused(int more) =>
        Assert.Equal("range.invalid", (await Assert.ThrowsAsync<RuleBrokenException>(() => Start(new(Day, Day.AddDays(more))))).Error.Code);

    [Fact]
    public async Task Nothing_chosen_is_refused() =>
        Assert.Equal("range.nothing_chosen", (await Assert.ThrowsAsync<RuleBrokenException>(() => Start(new(Day, Day, false, false)))).Error.Code);

    Task<SyncRunId> Start(StartSync command) => new StartSync.Handler(db, new TestClock()).Handle(command, TestContext.Current.CancellationToken);
}
