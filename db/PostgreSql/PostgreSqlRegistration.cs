using InvoiceSync.Audit;
using InvoiceSync.Invoicing;
using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using InvoiceSync.Kernel.Work;
using InvoiceSync.Ledger;
using InvoiceSync.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace InvoiceSync.PostgreSql;

public static class PostgreSqlRegistration
{
    /// <summary>Makes PostgreSQL the database of this process.</summary>
    public static IServiceCollection AddPostgreSql(this IServiceCollection services, PostgreSqlOptions options) => services
        .AddSingleton(options)
        .AddSingleton<PostgreSqlSources>()
        .AddSingleton<PostgreSqlDialect>()
        .AddSingleton<IDialect>(s => s.GetRequiredService<PostgreSqlDialect>())
        .AddSingleton<ISchema, PostgreSqlSchema>()
        .AddSingleton<IWorkStore, PostgreSqlWorkStore>()
        .AddSingleton<Waker>()
        .AddSingleton<IInboxStore, PostgreSqlInbox>()
        .AddSingleton<IAuditChain, PostgreSqlAuditChain>()
        .AddSingleton<ILedgerBook, PostgreSqlLedgerBook>()
        .AddSingleton<IReportCheck, PostgreSqlReportCheck>()
        .AddSingleton<NoticeBoard>()
        .AddSingleton<INotices>(s => s.GetRequiredService<NoticeBoard>())
        .AddSingleton<IWakeUps>(s => s.GetRequiredService<NoticeBoard>())
        .AddHostedService<PostgreSqlNotices>();
}
