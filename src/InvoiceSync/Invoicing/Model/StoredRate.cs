using InvoiceSync.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>One published rate. Public data, the same for all tenants; the practice world's rates have their own source name.</summary>
sealed class StoredRate
{
    public required string Source { get; init; }

    public DateOnly PublishedOn { get; init; }

    public Currency Currency { get; init; }

    public decimal RonPerUnit { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<StoredRate>
    {
        public void Configure(EntityTypeBuilder<StoredRate> table)
        {
            table.ToTable("reference_rates");
            table.HasKey(r => new { r.Source, r.Currency, r.PublishedOn });
            table.Property(r => r.Source).HasMaxLength(32);
            table.Property(r => r.RonPerUnit).HasPrecision(18, 8);
        }
    }
}
