using InvoiceSync.IntegrationTests.Databases;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InvoiceSync.IntegrationTests.Isolation;

/// <summary>The tables behind the fence, as the EF model tells: a new table is covered the day it is mapped.</summary>
static class TenantTables
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IReadOnlyList<IEntityType> Entities(IServiceProvider services)
    {
        using var db = services.GetRequiredService<DatabaseFactory>().Open(DbScope.Shared);
        return [.. db.Model.GetEntityTypes().Where(e => e.FindPrimaryKey()!.Properties[0].Name == nameof(ITenantOwned.TenantId))];
    }

    public static IReadOnlyList<string> Names(IServiceProvider services) =>
        [.. Entities(services).Select(e => $"{e.GetSchema()}.{e.GetTableName()}").Distinct().Order(StringComparer.Ordinal)];

    public static async Task<long> Count(NpgsqlConnection connection, string table, string where = "true")
    {
        await using var command = new NpgsqlCommand($"select count(*) from {table} where {where}", connection);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    /// <summary>Every table's rows of one tenant as one hash. When a key was last used, or work waits, is no property of the tenant's data.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Hashes(TestDatabase database, IEnumerable<string> tables, TenantId tenant)
    {
        var hashes = new Dictionary<string, string>();
        foreach (var table in tables)
        {
            var sql = $"select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from {table} t where tenant_id = '{tenant.Value}'";
            hashes[table] = (string)(await Database.Ask(database.Platform, sql, Ct))!;
        }

        return hashes;
    }

    public static async Task<NpgsqlConnection> Open(string way, TenantId? tenant = null)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(way) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Ct);
        if (tenant is not { } mine) return connection;
        await using var enter = new NpgsqlCommand($"select set_config('app.tenant', '{mine.Value}', false)", connection);
        await enter.ExecuteNonQueryAsync(Ct);
        return connection;
    }
}
