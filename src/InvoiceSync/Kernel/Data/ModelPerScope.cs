using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace InvoiceSync.Kernel.Data;

/// <summary>
/// Two models: the fenced one with the tenant filter, the platform's without. One filter with a switch inside would read
/// (@off or tenant_id = @t), which no planner can seek through.
/// </summary>
sealed class ModelPerScope : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), designTime, ((InvoiceSyncDb)context).Scope.IsPlatform);
}
