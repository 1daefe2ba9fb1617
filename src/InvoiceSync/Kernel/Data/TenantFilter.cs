using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace InvoiceSync.Kernel.Data;

/// <summary>The first wall: every query of a tenant table is narrowed to the scope's tenant by a named filter.</summary>
static class TenantFilter
{
    public const string Name = "tenant";

    public static void Apply(ModelBuilder model, InvoiceSyncDb db)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType)))
        {
            var row = Expression.Parameter(entity.ClrType);
            var mine = Expression.Equal(
                Expression.Property(row, nameof(ITenantOwned.TenantId)),
                Expression.Property(Expression.Constant(db), nameof(InvoiceSyncDb.FilterTenant)));
            entity.SetQueryFilter(Name, Expression.Lambda(mine, row));
        }
    }
}
