using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>What one month's lines of one product and unit come to in one currency, kept by the database in the commit that issues them.</summary>
sealed class ProductMonth : ITenantOwned
{
    public TenantId TenantId { get; init; }

    /// <summary>The first day of the month they were issued in.</summary>
    public DateOnly SoldIn { get; init; }

    public Currency Currency { get; init; }

    /// <summary>The product's id, or the name of a line that was typed.</summary>
    public string ProductKey { get; init; } = "";

    public string Unit { get; init; } = "";

    public string Name { get; init; } = "";

    public long Lines { get; init; }

    public decimal Quantity { get; init; }

    /// <summary>Of the lines, before what is off a document as a whole.</summary>
    public decimal Net { get; init; }

    public decimal NetRon { get; init; }

    sealed class Mapped : IEntityTypeConfiguration<ProductMonth>
    {
        public void Configure(EntityTypeBuilder<ProductMonth> table)
        {
            table.ToTable("product_months");
            table.HasKey(m => new { m.TenantId, m.SoldIn, m.Currency, m.ProductKey, m.Unit });
            table.Property(m => m.ProductKey).HasMaxLength(255);
            table.Property(m => m.Unit).HasMaxLength(16).IsUnicode(false);
            table.Property(m => m.Name).HasMaxLength(255);
        }
    }
}
