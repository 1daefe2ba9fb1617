using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Plans;

/// <summary>Keeps the last question that was asked, or the last with these words in it, and lets the database say how it would answer it.</summary>
sealed class AskedSql : DbCommandInterceptor
{
    string sql = "";
    NpgsqlParameter[] parameters = [];

    public string Only { get; set; } = "";

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.Contains(Only, StringComparison.Ordinal)) (sql, parameters) = (command.CommandText, [.. command.Parameters.Cast<NpgsqlParameter>().Select(p => p.Clone())]);
        return ValueTask.FromResult(result);
    }

    /// <summary>The plan, behind the tenant's wall as the application sees it.</summary>
    public async Task<string> Plan(string app, Guid tenant, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create(app);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var enter = new NpgsqlCommand("select set_config('app.tenant', $1, true)", connection) { Parameters = { new() { Value = tenant.ToString() } } };
        await enter.ExecuteNonQueryAsync(ct);
        await using var explain = new NpgsqlCommand($"explain (costs off) {sql}", connection);
        explain.Parameters.AddRange(parameters);
        await using var lines = await explain.ExecuteReaderAsync(ct);
        var plan = new List<string>();
        while (await lines.ReadAsync(ct)) plan.Add(lines.GetString(0));
        return string.Join('\n', plan);
    }
}
