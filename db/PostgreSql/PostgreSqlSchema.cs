using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InvoiceSync.PostgreSql;

/// <summary>Applies the migrations as the owner. EF's migration lock lets one process at a time do it.</summary>
public sealed class PostgreSqlSchema(PostgreSqlSources sources, PostgreSqlDialect dialect) : ISchema
{
    public async Task Migrate(CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>()
            .UseNpgsql(sources.Owner, PostgreSqlDialect.Migrations)
            .ReplaceService<IMigrationsSqlGenerator, WalledMigrations>();
        await using var db = new InvoiceSyncDb(options.Options, DbScope.Shared, dialect);
        await db.Database.MigrateAsync(ct);
    }
}
