using System.Collections.Concurrent;
using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.PostgreSql.Embedded;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace InvoiceSync.IntegrationTests.Databases;

/// <summary>
/// One PostgreSQL for the whole test process, started by the first test that asks and thrown away at the end.
/// Classes get it by their constructor and take a database of their own, copied from a template in a few milliseconds.
/// </summary>
public sealed class TestCluster : IAsyncLifetime
{
    readonly PrivateFolder folder = new();
    readonly Lazy<Task<EmbeddedPostgres>> server;
    readonly ConcurrentDictionary<string, Lazy<Task<string>>> templates = new();
    int databases;

    public TestCluster() => server = new(Start);

    public Task<EmbeddedPostgres> Server => server.Value;

    /// <summary>The template of that name, built by the first who asks: an empty database given to <paramref name="build"/> as its owner.</summary>
    public Task<string> Template(string name, Func<string, CancellationToken, Task> build) =>
        templates.GetOrAdd(name, _ => new(() => Build(name, build))).Value;

    /// <summary>A database owned by the owner role, empty or a copy of a template.</summary>
    public async Task<TestDatabase> CreateDatabase(string? name = null, string? template = null)
    {
        name ??= $"test_{Interlocked.Increment(ref databases)}";
        var postgres = await Server;
        await postgres.CreateDatabase(name, template);
        return new(
            name,
            postgres.ConnectionString(EmbeddedPostgres.Owner, name),
            postgres.ConnectionString(EmbeddedPostgres.App, name),
            postgres.ConnectionString(EmbeddedPostgres.Platform, name));
    }

    public async Task DropDatabase(TestDatabase database)
    {
        database.ForgetConnections();
        await (await Server).DropDatabase(database.Name);
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated) await (await Server).DisposeAsync();
        folder.Dispose();
    }

    async Task<EmbeddedPostgres> Start()
    {
        await PrivateFolder.Sweep(CancellationToken.None);
        return await EmbeddedPostgres.Start(folder.Options with { Temporary = true, Durable = false });
    }

    async Task<string> Build(string name, Func<string, CancellationToken, Task> build)
    {
        var database = await CreateDatabase(name);
        // PostgreSQL copies a database only while nobody is connected to it.
        var unpooled = new NpgsqlConnectionStringBuilder(database.Owner) { Pooling = false };
        await build(unpooled.ConnectionString, TestContext.Current.CancellationToken);
        return name;
    }
}
