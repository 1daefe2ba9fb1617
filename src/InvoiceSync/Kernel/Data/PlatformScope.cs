using InvoiceSync.Kernel.Dispatch;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InvoiceSync.Kernel.Data;

/// <summary>
/// The one door through the fence, for what has no tenant yet: whose slug, session, API key or hook is this, and which tenants
/// are there. It uses the platform's own database role. An architecture test lists who may walk through it.
/// </summary>
public sealed class PlatformScope(IServiceScopeFactory scopes, ILogger<PlatformScope> log)
{
    public async Task<T> Read<T>(string why, Func<InvoiceSyncDb, Task<T>> read, CancellationToken ct)
    {
        log.LogDebug("Crossing the fence: {Why}", why);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().IsPlatform = true;
        var db = scope.ServiceProvider.GetRequiredService<InvoiceSyncDb>();
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Begin(ct);
        var answer = await read(db);
        await transaction.CommitAsync(ct);
        return answer;
    }
}
