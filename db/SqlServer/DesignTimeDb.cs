using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace InvoiceSync.SqlServer;

/// <summary>For eng/migrations only: the model without a server.</summary>
public sealed class DesignTimeDb : IDesignTimeDbContextFactory<InvoiceSyncDb>
{
    public InvoiceSyncDb CreateDbContext(string[] args)
    {
        const string none = "Server=none";
        var dialect = new SqlServerDialect(new(new(none, none, none)));
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>();
        dialect.Use(options, platform: false);
        return new(options.Options, DbScope.Shared, dialect);
    }
}
