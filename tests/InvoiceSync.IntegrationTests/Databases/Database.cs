using Npgsql;

namespace InvoiceSync.IntegrationTests.Databases;

/// <summary>One question to a database, on a connection of its own.</summary>
static class Database
{
    public static async Task<object?> Ask(string connectionString, string sql, CancellationToken ct)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        await using var connection = new NpgsqlConnection(unpooled.ConnectionString);
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }
}
