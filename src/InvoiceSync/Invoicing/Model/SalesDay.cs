using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What one day's documents of one currency and source come to, kept by the database in the commit that issues them.</summary>
sealed class SalesDay : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public DateOnly IssuedOn { get; init; }

    public Currency Currency { get; init; }

    public string Source { get; init; } = "";

    public long Documents { get; init; }

    public decimal Net { get; init; }

    public decimal Vat { get; init; }

    public decimal Gross { get; init; }

    public decimal NetRon { get; init; }

    public decimal VatRon { get; init; }

    /// <summary>How many of the documents have no rate, so that they are missing in the figures in RON.</summary>
    public long WithoutRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<SalesDay>
    {
        public void Configure(EntityTypeBuilder<SalesDay> table)
        {
            table.ToTable("sales_days");
            table.HasKey(d => new { d.TenantId, d.IssuedOn, d.Currency, d.Source });
            table.Property(d => d.Source).HasMaxLength(32).IsUnicode(false);
        }
    }
}
