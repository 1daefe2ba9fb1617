using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>Where a tenant's chain ends. Whoever appends holds this row until its commit, so there is never a gap or a fork.</summary>
sealed class ChainHead : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public long Seq { get; init; }

    public required byte[] Hash { get; init; }

    public DateTimeOffset At { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ChainHead>
    {
        public void Configure(EntityTypeBuilder<ChainHead> table)
        {
            table.ToTable("heads");
            table.HasKey(h => h.TenantId);
            table.Property(h => h.TenantId).ValueGeneratedNever();
        }
    }
}
