using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InvoiceSync.PostgreSql;

/// <summary>For eng/migrations only: the model without a server.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<InvoiceSyncDb>
{
    public InvoiceSyncDb CreateDbContext(string[] args)
    {
        const string none = "Host=none";
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>()
            .UseNpgsql(none, PostgreSqlDialect.Migrations)
            .ReplaceService<IMigrationsSqlGenerator, WalledMigrations>();
        return new(options.Options, DbScope.Shared, new PostgreSqlDialect(new PostgreSqlSources(new(none, none, none))));
    }
}
