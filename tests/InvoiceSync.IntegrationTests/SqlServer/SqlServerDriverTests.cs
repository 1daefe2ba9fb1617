using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>The real driver against a server that only listens: what is sent, in which order, and that everything binds.</summary>
public sealed class SqlServerDriverTests : IAsyncLifetime
{
    static readonly TenantId Tenant = Offline.Tenant.Tenant!.Value;
    static readonly LeasedWork Leased = new(Tenant, new Guid("01900000-0000-7000-8000-000000000002"), "FileInvoice", "k", "{}", 1);

    readonly FakeTds server = new();
    readonly SqlServerConnections connections;
    readonly SqlServerDialect dialect;

    public SqlServerDriverTests()
    {
        connections = new(new(server.ConnectionString, server.ConnectionString, server.ConnectionString));
        dialect = new(connections);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_first_command_of_a_transaction_names_the_tenant_for_good()
    {
        await InTransaction(Offline.Tenant, db => db.Set<WorkItem>().ToListAsync(Ct));
        Assert.Collection(
            server.Asked,
            first => Assert.Equal("begin", first),
            second => Assert.Contains("sp_set_session_context N'tenant', @tenant, @read_only = 1", second, StringComparison.Ordinal),
            third => Assert.Contains("FROM [kernel].[work_items]", third, StringComparison.Ordinal),
            fourth => Assert.Equal("commit", fourth));
    }

    [Fact]
    public async Task The_platform_says_that_it_passes_and_a_scope_without_tenant_says_nothing()
    {
        await InTransaction(DbScope.Platform, _ => Task.CompletedTask);
        Assert.Contains(server.Asked, a => a.Contains("N'platform'", StringComparison.Ordinal));

        server.Asked.Clear();
        await InTransaction(DbScope.Shared, _ => Task.CompletedTask);
        Assert.Equal(["begin", "commit"], server.Asked);
    }

    [Fact]
    public async Task Work_and_notices_go_inside_the_transaction_as_one_JSON_parameter_each()
    {
        await InTransaction(Offline.Tenant, async db =>
        {
            await dialect.Enqueue(db, [new(Tenant, "FileInvoice", "in_1Ab", """{"a":"ș"}""", DateTimeOffset.UnixEpoch)], Ct);
            await dialect.Announce(db, [new(Tenant, "sale", Leased.Id)], wakeWorkers: true, Ct);
        });
        Assert.Contains(server.Asked, a => a.Contains("openjson(@work)", StringComparison.Ordinal) && a.Contains("in_1Ab", StringComparison.Ordinal));
        Assert.Contains(server.Asked, a => a.Contains("insert into kernel.notices", StringComparison.Ordinal) && a.Contains("\"work\"", StringComparison.Ordinal));
        Assert.Equal("commit", server.Asked.Last());
    }

    [Fact]
    public async Task Every_statement_of_the_work_store_binds_and_passes_the_fence_first()
    {
        server.Scalar = sql => sql.Contains("@@rowcount", StringComparison.Ordinal) ? 3 : null;
        var store = new SqlServerWorkStore(connections);
        var now = DateTimeOffset.UnixEpoch;
        Assert.Empty(await store.Claim(Leased.Id, 16, 8, [Tenant], now, TimeSpan.FromSeconds(30), Ct));
        await store.Complete(Leased.Id, [Leased], now, Ct);
        await store.Fail(Leased.Id, Leased, "no answer", null, Ct);
        await store.Fail(Leased.Id, Leased, "no answer", now, Ct);
        await store.Renew(Leased.Id, [Leased], now, Ct);
        Assert.Equal(3, await store.Reclaim(now, Ct));
        Assert.Equal(6, server.Asked.Count);
        Assert.All(server.Asked, a => Assert.Contains("sp_set_session_context N'platform', 1", a, StringComparison.Ordinal));
    }

    async Task InTransaction(DbScope scope, Func<InvoiceSyncDb, Task> work)
    {
        await using var db = new DatabaseFactory(dialect, []).Open(scope);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), scope, Ct);
        await work(db);
        await transaction.CommitAsync(Ct);
    }
}
