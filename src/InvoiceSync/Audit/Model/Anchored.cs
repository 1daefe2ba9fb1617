using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Audit.Model;

/// <summary>Up to which checkpoint a place outside the database was told.</summary>
sealed class Anchored : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Place { get; init; }

    public long Size { get; set; }

    public DateTimeOffset At { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<Anchored>
    {
        public void Configure(EntityTypeBuilder<Anchored> table)
        {
            table.TenantRow("anchored", a => a.Place);
            table.Property(a => a.Place).HasMaxLength(64);
        }
    }
}
