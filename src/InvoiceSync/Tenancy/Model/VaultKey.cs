using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Tenancy.Model;

/// <summary>A tenant's data key, itself encrypted with a key that is not in the database (MasterKeyId says which).</summary>
sealed class VaultKey : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public Guid Id { get; init; }

    public required string MasterKeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<VaultKey>
    {
        public void Configure(EntityTypeBuilder<VaultKey> table)
        {
            table.TenantRow("vault_keys", k => k.Id);
            table.Property(k => k.Wrapped).HasMaxLength(256);
        }
    }
}
