using InvoiceSync.PostgreSql;
using InvoiceSync.PostgreSql.Embedded;
using Npgsql;

namespace InvoiceSync.Benchmarks.Harness;

/// <summary>A PostgreSQL of our own in a temporary folder, fsync on as everywhere; a migrated database for each benchmark.</summary>
sealed class BenchServer : IAsyncDisposable
{
    readonly DirectoryInfo folder;
    readonly EmbeddedPostgres postgres;

    BenchServer(DirectoryInfo folder, EmbeddedPostgres postgres) => (this.folder, this.postgres) = (folder, postgres);

    public static async Task<BenchServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("invoicesync-bench-");
        // The server's own account has to pass through.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder.FullName, folder.UnixFileMode | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        return new(folder, await EmbeddedPostgres.Start(new(Path.Combine(folder.FullName, "postgres")) { Temporary = true }));
    }

    public async Task<PostgreSqlOptions> Database(string name)
    {
        await postgres.CreateDatabase(name, template: null);
        var options = new PostgreSqlOptions(
            postgres.ConnectionString(EmbeddedPostgres.Owner, name),
            postgres.ConnectionString(EmbeddedPostgres.App, name),
            postgres.ConnectionString(EmbeddedPostgres.Platform, name));
        await using var sources = new PostgreSqlSources(options);
        await new PostgreSqlSchema(sources, new PostgreSqlDialect(sources)).Migrate(CancellationToken.None);
        return options;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
