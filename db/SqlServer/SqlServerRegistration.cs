using InvoiceSync.Audit;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Ledger;
using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.SqlServer;

public static class SqlServerRegistration
{
    /// <summary>Makes SQL Server the database of this process.</summary>
    public static IServiceCollection AddSqlServer(this IServiceCollection services, SqlServerOptions options) => services
        .AddSingleton(options)
        .AddSingleton<SqlServerConnections>()
        .AddSingleton<SqlServerDialect>()
        .AddSingleton<IDialect>(s => s.GetRequiredService<SqlServerDialect>())
        .AddSingleton<ISchema, SqlServerSchema>()
        .AddSingleton<IWorkStore, SqlServerWorkStore>()
        .AddSingleton<IInboxStore, SqlServerInbox>()
        .AddSingleton<IAuditChain, SqlServerAuditChain>()
        .AddSingleton<ILedgerBook, SqlServerLedgerBook>()
        .AddSingleton<IReportCheck, SqlServerReportCheck>()
        .AddSingleton<NoticeBoard>()
        .AddSingleton<INotices>(s => s.GetRequiredService<NoticeBoard>())
        .AddSingleton<IWakeUps>(s => s.GetRequiredService<NoticeBoard>())
        .AddHostedService<SqlServerNotices>();
}
