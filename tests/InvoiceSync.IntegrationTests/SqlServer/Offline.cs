using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.PostgreSql;
using InvoiceSync.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InvoiceSync.IntegrationTests.SqlServer;

/// <summary>The one database on either provider, without a server behind it.</summary>
static class Offline
{
    public static readonly DbScope Tenant = DbScope.Of(new TenantId(new Guid("01900000-0000-7000-8000-000000000001")));

    public static SqlServerDialect SqlServerDialect { get; } = new(new SqlServerConnections(new("Server=none", "Server=none", "Server=none")));

    public static InvoiceSyncDb SqlServer(params IInterceptor[] interceptors) => Open(SqlServerDialect, interceptors);

    public static InvoiceSyncDb PostgreSql(params IInterceptor[] interceptors) =>
        Open(new PostgreSqlDialect(new PostgreSqlSources(new("Host=none", "Host=none", "Host=none"))), interceptors);

    static InvoiceSyncDb Open(IDialect dialect, IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<InvoiceSyncDb>().AddInterceptors(interceptors);
        dialect.Use(options, platform: false);
        return new(options.Options, Tenant, dialect);
    }
}
