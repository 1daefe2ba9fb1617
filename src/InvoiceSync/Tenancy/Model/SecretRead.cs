using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Tenancy.Model;

/// <summary>That somebody read the secrets of one holder in one hour: what makes the audit trail say so once and not at every call.</summary>
sealed class SecretRead : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>Whose secrets: a connection (con_…).</summary>
    public required string Holder { get; init; }

    /// <summary>Who asked: our own work by its name, or the person in whose name it ran.</summary>
    public required string Reader { get; init; }

    public DateTimeOffset Hour { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<SecretRead>
    {
        public void Configure(EntityTypeBuilder<SecretRead> table)
        {
            table.ToTable("secret_reads");
            table.Property(r => r.Holder).HasMaxLength(64).IsUnicode(false);
            table.Property(r => r.Reader).HasMaxLength(64).IsUnicode(false);
            table.HasKey(r => new { r.TenantId, r.Holder, r.Reader, r.Hour });
        }
    }
}
