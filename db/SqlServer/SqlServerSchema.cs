using InvoiceSync.Kernel.Data;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.SqlServer;

/// <summary>Applies the migrations as the owner. EF's migration lock lets one process at a time do it.</summary>
public sealed class SqlServerSchema(SqlServerConnections connections, SqlServerDialect dialect, ILogger<SqlServerSchema> log) : ISchema
{
    const string AskVersioning = """
        select case when is_read_committed_snapshot_on = 1 then 'on' when has_perms_by_name(db_name(), 'DATABASE', 'ALTER') = 1 then 'may' else 'no' end
        from sys.databases where database_id = db_id();
        """;

    public async Task Migrate(CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>();
        SqlServerDialect.Use(options, connections.Owner);
        await using var db = new InvoiceSyncDb(options.Options, DbScope.Shared, dialect);
        await db.Database.MigrateAsync(ct);
        await ReadVersionsInsteadOfWaiting(ct);
    }

    // PostgreSQL's readers never wait for writers; with row versions SQL Server's do not either.
    async Task ReadVersionsInsteadOfWaiting(CancellationToken ct)
    {
        await using var connection = new SqlConnection(connections.Owner);
        await connection.OpenAsync(ct);
        await using var ask = new SqlCommand(AskVersioning, connection);
        switch (await ask.ExecuteScalarAsync(ct))
        {
            case "may":
                await using (var turnOn = new SqlCommand("alter database current set read_committed_snapshot on with rollback immediate;", connection))
                    await turnOn.ExecuteNonQueryAsync(ct);
                log.LogInformation("Row versioning is on: readers no longer wait for writers");
                break;
            case "no":
                log.LogWarning("Readers wait for writers in this database: ask its administrator for alter database current set read_committed_snapshot on");
                break;
        }
    }
}
