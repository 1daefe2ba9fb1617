using InvoiceSync.Access;
using InvoiceSync.Access.Model;
using InvoiceSync.Audit.Model;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Sync;
using InvoiceSync.Sync.Model;
using InvoiceSync.Tests.Fiscal.Model;
using InvoiceSync.Tests.Given;

namespace InvoiceSync.Tests.Kernel.Data;

/// <summary>One commit: state, audit, events and work, in one order, behind one fence.</summary>
public sealed class UnitOfWorkTests : IDisposable
{
    readonly FakeDialect dialect = new();
    readonly TestClock clock = new();
    readonly FakeChain chain = new();

    public UnitOfWorkTests() => chain.Appended = () => dialect.Did("append");

    public void Dispose() => dialect.Dispose();

    [Fact]
    public async Task State_audit_event_work_and_notice_come_in_one_commit()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        var sale = new Sale(Some.Id<SaleId>(1), Some.Connection, Some.Sale(), null);
        sale.Read(Some.Sale(), Some.Noon);
        db.Add(sale);
        await Commit(db);

        Assert.Equal(["save", "enqueue", "announce and wake", "append", "commit"], dialect.Steps);
        Assert.Equal((Some.Tenant, 1L), (sale.TenantId, sale.Version));
        var told = Assert.Single(db.ChangeTracker.Entries<EventRow>()).Entity;
        Assert.Equal((Some.Tenant, "sale.ready", "usr_1", "corr"), (told.TenantId, told.Name, told.Actor, told.CorrelationId));
        Assert.Equal((Some.Tenant, "on:InvoiceTheSale", told.Id.ToString("N")), Assert.Single(dialect.Work) is var work ? (work.Tenant, work.Name, work.Key) : default);
        Assert.Equal((Some.Tenant, "sale.created", "test.act"), Assert.Single(chain.Written) is var written ? (written.Chain, written.Entry.EventType, written.Entry.Action) : default);
        Assert.Equal([new(Some.Tenant, "activity", Guid.Empty), new(Some.Tenant, "sale", sale.Id.Value)], dialect.Notices);
        Assert.Empty(sale.Raised);
    }

    [Fact]
    public async Task A_commit_that_changed_nothing_tells_nobody()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        await Commit(db);
        Assert.Equal(["save", "commit"], dialect.Steps);
    }

    [Fact]
    public async Task Who_changes_a_part_changes_the_whole()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        var filing = Kept(db, FilingMoves.Begun());
        filing.Latest.Note(Some.Noon, "receipt", "The sealed receipt is archived.");
        await Commit(db);

        Assert.Equal(1, filing.Version);
        Assert.Equal([new(Some.Tenant, "activity", Guid.Empty), new(Some.Tenant, "filing", filing.NoticeId)], dialect.Notices);
        Assert.Single(chain.Written);
    }

    [Fact]
    public async Task What_was_only_looked_at_stays_as_it_is()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        var filing = Kept(db, FilingMoves.Begun());
        await Commit(db);
        Assert.Equal(0, filing.Version);
        Assert.Empty(dialect.Notices);
    }

    [Fact]
    public async Task A_question_writes_the_act_it_noted_and_nothing_else()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        db.Note(new("invoice.downloaded", "invoice", "inv_1"));
        await Work(db).Close(dialect, Some.Owner, "fiscal.get-filing-file", TestContext.Current.CancellationToken);
        Assert.Equal(["append", "commit"], dialect.Steps);
        Assert.Equal("invoice.downloaded", Assert.Single(chain.Written).Entry.EventType);
    }

    [Fact]
    public async Task A_row_of_another_company_is_refused_before_anything_is_saved()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        var key = Kept(db, Key(), Some.OtherTenant);
        key.Revoke(Some.Noon);
        Assert.Equal("tenant.mismatched", (await Assert.ThrowsAsync<RuleBrokenException>(() => Commit(db))).Error.Code);
        Assert.Empty(dialect.Steps);
    }

    [Fact]
    public async Task Without_a_company_nothing_of_a_company_is_written()
    {
        await using var db = dialect.Db(DbScope.Shared);
        db.Add(Key());
        Assert.Equal("tenant.mismatched", (await Assert.ThrowsAsync<RuleBrokenException>(() => Commit(db))).Error.Code);
    }

    [Fact]
    public async Task Even_deleting_stops_at_the_fence()
    {
        await using var db = dialect.Db(DbScope.Of(Some.Tenant));
        db.Remove(Kept(db, Key(), Some.OtherTenant));
        await Assert.ThrowsAsync<RuleBrokenException>(() => Commit(db));
    }

    static ApiKey Key() => new() { Id = Some.Id<ApiKeyId>(1) };

    static T Kept<T>(InvoiceSyncDb db, T row, TenantId? tenant = null) where T : Aggregate
    {
        db.Add(row).Property(a => a.TenantId).CurrentValue = tenant ?? Some.Tenant;
        row.TakeRaised();
        db.ChangeTracker.AcceptAllChanges();
        return row;
    }

    Task Commit(InvoiceSyncDb db) => Work(db).Commit(dialect, Some.Owner with { CorrelationId = "corr" }, "test.act", TestContext.Current.CancellationToken);

    UnitOfWork Work(InvoiceSyncDb db) =>
        new(db, new EventRouter(typeof(UnitOfWork).Assembly.GetTypes()), [new AuditTrail(new EntryWriter(chain, new PersonKeys(new FakePersonKeys(), clock), clock))], clock);
}
