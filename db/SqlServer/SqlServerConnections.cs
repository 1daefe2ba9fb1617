using Microsoft.Data.SqlClient;

namespace InvoiceSync.SqlServer;

/// <summary>One pool a role. The driver resets a pooled connection before its next use, and the session context with it.</summary>
public sealed class SqlServerConnections(SqlServerOptions options)
{
    internal string Owner { get; } = Named(options.Owner);

    internal string App { get; } = Named(options.App);

    internal string Platform { get; } = Named(options.Platform);

    internal async Task<SqlConnection> OpenPlatform(CancellationToken ct)
    {
        var connection = new SqlConnection(Platform);
        await connection.OpenAsync(ct);
        return connection;
    }

    static string Named(string connection) => new SqlConnectionStringBuilder(connection) { ApplicationName = "InvoiceSync" }.ConnectionString;
}
