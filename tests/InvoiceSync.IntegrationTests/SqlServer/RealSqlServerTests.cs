using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>What only an engine can prove. These run where INVOICESYNC_TEST_SQLSERVER points at one, and say so where it does not.</summary>
public sealed class RealSqlServerTests : IAsyncLifetime
{
    const int BlockedByPolicy = 33504;
    const int OnlyEverAdded = 51000;

    static readonly TenantId Ours = new(new Guid("01900000-0000-7000-8000-000000000001"));
    static readonly TenantId Theirs = new(new Guid("01900000-0000-7000-8000-000000000002"));
    static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    SqlServerTestDatabase? database;
    SqlServerConnections connections = default!;
    SqlServerDialect dialect = default!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (SqlServerTestDatabase.Server is not { } server) return;
        database = await SqlServerTestDatabase.Create(server, $"invoicesync_{Guid.CreateVersion7():N}", Ct);
        connections = new(database.Options);
        dialect = new(connections);
    }

    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;

    [Fact]
    public async Task A_scope_sees_its_own_rows_even_in_raw_SQL_and_no_scope_sees_none()
    {
        await Queue(Ours, "a");
        await Queue(Theirs, "b");
        Assert.Equal(1, await Raw(DbScope.Of(Ours), "select count(*) from kernel.work_items"));
        Assert.Equal(0, await Raw(DbScope.Shared, "select count(*) from kernel.work_items"));
        Assert.Equal(2, await Raw(DbScope.Platform, "select count(*) from kernel.work_items"));
    }

    [Fact]
    public async Task The_database_itself_refuses_to_give_a_row_away()
    {
        await Queue(Ours, "a");
        var refused = await Assert.ThrowsAsync<SqlException>(() => Raw(DbScope.Of(Ours), $"update kernel.work_items set tenant_id = '{Theirs.Value}'; select 1"));
        Assert.Equal(BlockedByPolicy, refused.Number);
    }

    [Fact]
    public async Task Evidence_is_only_ever_added()
    {
        const string add = "insert into kernel.events (tenant_id, id, name, body, at, actor, correlation_id) values ('01900000-0000-7000-8000-000000000001', newid(), 'x', '{}', sysdatetimeoffset(), 'a', 'c'); select 1";
        Assert.Equal(1, await Raw(DbScope.Of(Ours), add));
        var refused = await Assert.ThrowsAsync<SqlException>(() => Raw(DbScope.Of(Ours), "delete from kernel.events; select 1"));
        Assert.Equal(OnlyEverAdded, refused.Number);
    }

    [Fact]
    public async Task Work_waits_once_a_key_is_claimed_by_one_and_runs_again_when_asked_meanwhile()
    {
        await Queue(Ours, "a");
        await Queue(Ours, "a");
        await Queue(Ours, "A"); // another key: case counts
        var (one, other, store) = (Guid.CreateVersion7(), Guid.CreateVersion7(), new SqlServerWorkStore(connections));
        var claimed = await store.Claim(one, 16, 8, [], Noon, TimeSpan.FromSeconds(30), Ct);
        Assert.Equal(2, claimed.Count);
        Assert.Empty(await store.Claim(other, 16, 8, [], Noon, TimeSpan.FromSeconds(30), Ct));

        await Queue(Ours, "a");
        await store.Complete(one, claimed, Noon, Ct);
        Assert.Equal("a", Assert.Single(await store.Claim(other, 16, 8, [], Noon, TimeSpan.FromSeconds(30), Ct)).Key);
        Assert.Equal(1, await store.Reclaim(Noon.AddMinutes(1), Ct));
    }

    async Task Queue(TenantId tenant, string key) =>
        await In(DbScope.Of(tenant), async db =>
        {
            await dialect.Enqueue(db, [new(tenant, "Test", key, "{}", Noon)], Ct);
            return 0;
        });

    Task<int> Raw(DbScope scope, string sql) => In(scope, async db =>
    {
        await using var command = new SqlCommand(sql, (SqlConnection)db.Database.GetDbConnection(), (SqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        return (int)(await command.ExecuteScalarAsync(Ct))!;
    });

    async Task<int> In(DbScope scope, Func<InvoiceSyncDb, Task<int>> work)
    {
        Assert.SkipWhen(database is null, $"No SQL Server here: set {SqlServerTestDatabase.Setting} to a connection string that may create databases.");
        await using var db = new DatabaseFactory(dialect, []).Open(scope);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await dialect.Enter(db.Database.GetDbConnection(), transaction.GetDbTransaction(), scope, Ct);
        var answer = await work(db);
        await transaction.CommitAsync(Ct);
        return answer;
    }
}
