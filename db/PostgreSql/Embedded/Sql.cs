using Npgsql;

namespace InvoiceSync.PostgreSql.Embedded;

static class Sql
{
    public static async Task Run(NpgsqlConnection connection, string text, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<bool> Any(NpgsqlConnection connection, string text, string value, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(text, connection) { Parameters = { new() { Value = value } } };
        return await command.ExecuteScalarAsync(ct) is not null;
    }
}
