using InvoiceSync.Audit;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.IntegrationTests.Fixture;
using InvoiceSync.IntegrationTests.Isolation;
using InvoiceSync.IntegrationTests.SqlServer;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Dispatch;
using InvoiceSync.Kernel.Modules;
using InvoiceSync.PostgreSql;
using InvoiceSync.Tenancy;
using InvoiceSync.Web.Audit;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Audit;

/// <summary>The business on a database of its own, without a portal: enough to act and to read the log.</summary>
sealed class ChainScene : IAsyncDisposable
{
    readonly TestCluster cluster;
    readonly DirectoryInfo archive = Directory.CreateTempSubdirectory("archive-");

    ChainScene(TestCluster cluster, TestDatabase database, Action<IServiceCollection> also)
    {
        (this.cluster, Database) = (cluster, database);
        var services = new ServiceCollection().AddLogging().AddInvoiceSync()
            .AddPostgreSql(new(database.Owner, database.App, database.Platform))
            .AddSingleton(new MasterKey("test", new byte[32])).AddSingleton<IInterceptor>(TranslationRecorder.Shared)
            .AddSingleton<ILogArchive>(new ArchiveFolder(archive.FullName, null));
        also(services);
        Services = services.BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public ServiceProvider Services { get; }

    /// <summary>Where months of a company lie once they are archived.</summary>
    public string ArchiveOf(TenantId tenant) => Path.Combine(archive.FullName, tenant.Value.ToString("D"));

    public static TenantId Tenant { get; } = new(Guid.Parse("01900000-0000-7000-8000-0000000000a1"));

    public static TenantId Other { get; } = new(Guid.Parse("01900000-0000-7000-8000-0000000000b2"));

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<ChainScene> Open(TestCluster cluster, Action<IServiceCollection>? also = null) =>
        new(cluster, await PortalTemplate.Database(cluster), also ?? (_ => { }));

    public static Caller Person(TenantId? tenant, string name = "ana") =>
        new(tenant, $"usr_{name}", new HashSet<string> { "*" }) { Name = name, Address = "192.0.2.7", Agent = "test", CorrelationId = "req-1" };

    public Task<Result<T>> Send<T>(Caller caller, ICommand<T> command) => Services.GetRequiredService<ScopedDispatch>().As(caller, d => d.Send(command, Ct));

    public async Task<T> Ask<T>(Caller caller, IQuery<T> query) =>
        (await Services.GetRequiredService<ScopedDispatch>().As(caller, d => d.Ask(query, Ct))).OrThrow();

    public async Task Act(string happened, TenantId? tenant = null, string resource = "inv_1") =>
        (await Send(Person(tenant ?? Tenant), new RecordAct(new(happened, "invoice", resource)))).OrThrow();

    public Task<object?> Sql(string sql) => Databases.Database.Ask(Database.Owner, sql, Ct);

    /// <summary>Many entries in one statement, as our own procedure takes them.</summary>
    public async Task Append(TenantId tenant, int many, DateTimeOffset at, string happened = "bulk.loaded")
    {
        (string Type, string Value)[] columns =
        [
            ("timestamptz", $"'{at:O}'"), ("text", $"'{happened}'"), ("text", "'system'"), ("text", "'system'"), ("bytea", "''"), ("text", "'invoice'"), ("text", "'inv_1'"), ("text", "'test'"), ("text", "'ok'"),
            ("text", "''"), ("text", "''"), ("bytea", "''"), ("bytea", "''"), ("text", "'r'"), ("text", "'system'"), ("bytea", "''"), ("bytea", "'x'"),
        ];
        var filled = string.Join(", ", columns.Select(c => $"array_fill({c.Value}::{c.Type}, array[{many}])"));
        await using var connection = await TenantTables.Open(Database.Owner, tenant);
        await using var append = new NpgsqlCommand($"select audit.append('{tenant.Value}', (select array_agg(gen_random_uuid()) from generate_series(1, {many})), {filled})", connection);
        await append.ExecuteNonQueryAsync(Ct);
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await cluster.DropDatabase(Database);
        archive.Delete(recursive: true);
    }
}
