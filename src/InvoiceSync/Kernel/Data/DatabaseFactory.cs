using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InvoiceSync.Kernel.Data;

/// <summary>Opens the database for a scope: ordinary scopes as the fenced application role, the platform's as its own.</summary>
public sealed class DatabaseFactory
{
    readonly IDialect dialect;
    readonly DbContextOptions<InvoiceSyncDb> fenced;
    readonly DbContextOptions<InvoiceSyncDb> platform;

    public DatabaseFactory(IDialect dialect, IEnumerable<IInterceptor> interceptors)
    {
        this.dialect = dialect;
        fenced = Options(isPlatform: false);
        platform = Options(isPlatform: true);

        DbContextOptions<InvoiceSyncDb> Options(bool isPlatform)
        {
            var options = new DbContextOptionsBuilder<InvoiceSyncDb>().AddInterceptors(interceptors).ReplaceService<IModelCacheKeyFactory, ModelPerScope>();
            dialect.Use(options, isPlatform);
            return options.Options;
        }
    }

    public InvoiceSyncDb Open(DbScope scope) => new(scope.IsPlatform ? platform : fenced, scope, dialect);
}
