using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.PostgreSql;
using Microsoft.EntityFrameworkCore.Storage;

namespace InvoiceSync.IntegrationTests.Durability;

/// <summary>The work queue's table on a database of its own, with no runner but the test.</summary>
public sealed class Queue(TestCluster cluster) : IAsyncLifetime
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    TestDatabase database = default!;
    PostgreSqlSources sources = default!;
    DatabaseFactory databases = default!;

    public DateTimeOffset Now { get; } = TimeProvider.System.GetUtcNow();

    public PostgreSqlWorkStore Store { get; private set; } = default!;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TenantId Tenant() => TimeProvider.System.New<TenantId>();

    public async Task Add(TenantId tenant, IEnumerable<string> keys, string body = "{}", bool keep = true)
    {
        await using var db = databases.Open(DbScope.Platform);
        await using var transaction = await db.Database.BeginTransactionAsync(Ct);
        await db.Dialect.Enter(transaction.GetDbTransaction().Connection!, transaction.GetDbTransaction(), db.Scope, Ct);
        await db.Dialect.Enqueue(db, [.. keys.Select(k => new NewWork(tenant, "Work", k, body, Now))], Ct);
        if (keep) await transaction.CommitAsync(Ct);
    }

    public Task<IReadOnlyList<LeasedWork>> Claim(Guid node, int take = 16, int each = 8, DateTimeOffset? at = null) =>
        Store.Claim(node, take, each, [], at ?? Now, Lease, Ct);

    public async Task<string?> Show(TenantId tenant, string what) =>
        await Databases.Database.Ask(database.Platform, $"select string_agg({what}, ',' order by key) from kernel.work_items where tenant_id = '{tenant.Value}'", Ct) as string;

    public async ValueTask InitializeAsync()
    {
        database = await PortalTemplate.Database(cluster);
        sources = new(new(database.Owner, database.App, database.Platform));
        databases = new(new PostgreSqlDialect(sources), []);
        Store = new(sources);
    }

    public async ValueTask DisposeAsync()
    {
        await sources.DisposeAsync();
        await cluster.DropDatabase(database);
    }
}
