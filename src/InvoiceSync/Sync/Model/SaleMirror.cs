using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Sync.Model;

/// <summary>The sale exactly as last fetched: the provider's own text and our reading of it.</summary>
sealed class SaleMirror : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public SaleId Id { get; init; }

    public required SourceSale Source { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<SaleMirror>
    {
        public void Configure(EntityTypeBuilder<SaleMirror> table)
        {
            table.TenantRow("sale_mirrors", m => m.Id);
            table.Property(m => m.Source).AsJson();
            table.HasOne<Sale>().WithOne().HasForeignKey<SaleMirror>(m => new { m.TenantId, m.Id }).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
