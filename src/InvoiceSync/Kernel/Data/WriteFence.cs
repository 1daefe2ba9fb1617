using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace InvoiceSync.Kernel.Data;

/// <summary>The write side of the first wall: new rows are stamped with the scope's tenant, others' rows are refused.</summary>
static class WriteFence
{
    static readonly Error Foreign = Error.Forbidden("tenant.mismatched", "This belongs to another company.");

    public static void Guard(InvoiceSyncDb db)
    {
        foreach (var entry in db.ChangeTracker.Entries<ITenantOwned>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            if (entry.State is EntityState.Added) Stamp(entry, db.Scope);
            Rule.Require(db.Scope.IsPlatform || entry.Entity.TenantId == db.Scope.Tenant, Foreign);
            if (entry is { Entity: Aggregate aggregate, State: not EntityState.Deleted })
                entry.Property(nameof(Aggregate.Version)).CurrentValue = aggregate.Version + 1;
        }
    }

    static void Stamp(EntityEntry<ITenantOwned> entry, DbScope scope)
    {
        if (entry.Entity.TenantId == default && scope.Tenant is { } tenant)
            entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue = tenant;
    }
}
