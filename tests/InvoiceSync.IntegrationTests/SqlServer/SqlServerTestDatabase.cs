using InvoiceSync.SqlServer;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>
/// A migrated database of its own on the SQL Server that INVOICESYNC_TEST_SQLSERVER points at, dropped at the end.
/// The login must be allowed to create databases.
/// </summary>
public sealed class SqlServerTestDatabase : IAsyncDisposable
{
    public const string Setting = "INVOICESYNC_TEST_SQLSERVER";

    readonly string server;
    readonly string name;

    SqlServerTestDatabase(string server, string name, SqlServerOptions options) => (this.server, this.name, Options) = (server, name, options);

    /// <summary>The server's connection string, or null where there is none.</summary>
    public static string? Server => Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } server ? server : null;

    public SqlServerOptions Options { get; }

    public static async Task<SqlServerTestDatabase> Create(string connectionString, string name, CancellationToken ct)
    {
        await Drop(connectionString, name, ct);
        var database = new SqlConnectionStringBuilder(connectionString) { InitialCatalog = name }.ConnectionString;
        var options = new SqlServerOptions(database, database, database);
        var connections = new SqlServerConnections(options);
        await new SqlServerSchema(connections, new SqlServerDialect(connections), NullLogger<SqlServerSchema>.Instance).Migrate(ct);
        return new(connectionString, name, options);
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await Drop(server, name, CancellationToken.None);
    }

    static async Task Drop(string server, string name, CancellationToken ct)
    {
        await using var connection = new SqlConnection(new SqlConnectionStringBuilder(server) { InitialCatalog = "master", Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        const string drop = """
            declare @sql nvarchar(max) = N'alter database ' + quotename(@name) + N' set single_user with rollback immediate; drop database ' + quotename(@name);
            if db_id(@name) is not null exec(@sql);
            """;
        await using var command = new SqlCommand(drop, connection);
        command.Parameters.AddWithValue("@name", name);
        await command.ExecuteNonQueryAsync(ct);
    }
}
