using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>The signed state of a chain of this size. Body is the text exactly as signed.</summary>
sealed class Checkpoint : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public long Size { get; init; }

    /// <summary>The roots of the whole subtrees, largest first: what the next checkpoint goes on from without reading the past.</summary>
    public required byte[] Frontier { get; init; }

    /// <summary>The hash of the entry numbered Size.</summary>
    public required byte[] Head { get; init; }

    public required string Body { get; init; }

    public required byte[] Signature { get; init; }

    public required string KeyId { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<Checkpoint>
    {
        public void Configure(EntityTypeBuilder<Checkpoint> table)
        {
            table.TenantRow("checkpoints", c => c.Size);
            table.Property(c => c.Body).HasMaxLength(1000);
            table.Property(c => c.KeyId).HasMaxLength(32);
        }
    }
}
