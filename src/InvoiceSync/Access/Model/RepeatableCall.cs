using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Access.Model;

/// <summary>
/// A call that may be repeated: what was asked under an idempotency key, who works on it, and, once it is over, the answer, sealed by whoever
/// brought it. Runner fences: whoever was overtaken commits nothing any more. The key itself is not kept, only its hash, as the row's id.
/// </summary>
sealed class RepeatableCall : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public Guid Id { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required byte[] Request { get; set; }

    public Guid Runner { get; set; }

    public DateTimeOffset LeaseUntil { get; set; }

    /// <summary>Something was committed for it: from here on it is never run again, even if its answer was lost.</summary>
    public bool IsCommitted { get; set; }

    public byte[]? Answer { get; set; }

    public DateTimeOffset BegunAt { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<RepeatableCall>
    {
        public void Configure(EntityTypeBuilder<RepeatableCall> table)
        {
            table.TenantRow("repeatable_calls", c => c.Id);
            table.Property(c => c.Request).HasMaxLength(32);
            table.Property(c => c.Runner).IsConcurrencyToken();
            table.Property(c => c.IsCommitted).IsConcurrencyToken();
            table.HasIndex(c => new { c.TenantId, c.BegunAt });
        }
    }
}

static class RepeatableCallTables
{
    extension(InvoiceSyncDb db)
    {
        public DbSet<RepeatableCall> RepeatableCalls => db.Set<RepeatableCall>();
    }
}
