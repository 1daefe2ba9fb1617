using InvoiceSync.Kernel;
using InvoiceSync.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace InvoiceSync.Invoicing.Model;

/// <summary>The next number of a series. It is drawn in the transaction that issues the invoice: the row's lock makes it gapless.</summary>
sealed class NumberSeries : ITenantOwned
{
    public TenantId TenantId { get; init; }

    public required string Name { get; init; }

    public long Next { get; set; }

    sealed class Mapped : IEntityTypeConfiguration<NumberSeries>
    {
        public void Configure(EntityTypeBuilder<NumberSeries> table)
        {
            table.TenantRow("number_series", s => s.Name);
            table.Property(s => s.Name).HasMaxLength(32);
        }
    }
}
